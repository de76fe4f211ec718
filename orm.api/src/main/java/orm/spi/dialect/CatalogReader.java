package orm.spi.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogTable;
import orm.api.schema.ColumnType;

/** How the objects of one kind of database are found in its catalogue. Stateless. */
@ConsumerType
public interface CatalogReader {
  /**
   * Reads what there is, with a number of queries that does not grow with the number of objects.
   * What belongs to the database itself is left out; what the types of a catalog do not describe is
   * named in {@link Catalog#others()}.
   *
   * <p>Each query sees what is committed when it runs: whoever needs one picture while others
   * change the schema reads inside a transaction that gives one.
   *
   * @param connection a connection; it is neither closed nor left in another state
   * @param schemas the schemas to read; empty for the one in which the connection looks first,
   *     whose objects then have names without a schema
   * @return the objects, in an order that is the same each time
   * @throws SQLException if the database refuses
   */
  Catalog read(Connection connection, Collection<String> schemas) throws SQLException;

  /**
   * Finds the logical type in which a program reads a column that others have made.
   *
   * @param catalog the catalog that the column is from, which knows enums and domains
   * @param column the column
   * @param checks the checks of its table, which may narrow the type: a whole number that is 0 or 1
   *     is a truth value, a text of a fixed set is an enum; none for a view
   * @return the type that holds the values of the column as its definition means them, and reads
   *     each one exactly or refuses it with an error; empty if there is none
   */
  Optional<ColumnType> logicalType(
      Catalog catalog, CatalogColumn column, List<CatalogCheck> checks);

  /**
   * Tells an index of the words in texts, as {@link SchemaSyntax#createTextIndex} makes them.
   *
   * @param table the table that it is of
   * @param index the index
   * @return what it is made for, without the key; empty for an index of another kind
   */
  default Optional<TextIndexDefinition> textIndex(CatalogTable table, CatalogIndex index) {
    return Optional.empty();
  }
}
