package orm.spi.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.catalog.Catalog;

/** How the objects of one kind of database are found in its catalogue. Stateless. */
@ConsumerType
public interface CatalogReader {
  /**
   * Reads what there is, with a number of queries that does not grow with the number of objects.
   * What belongs to the database itself is left out; what the types of a catalog do not describe is
   * named in {@link Catalog#others()}.
   *
   * @param connection a connection; it is neither closed nor left in another state
   * @param schemas the schemas to read; empty for the one in which the connection looks first,
   *     whose objects then have names without a schema
   * @return the objects, in an order that is the same each time
   * @throws SQLException if the database refuses
   */
  Catalog read(Connection connection, Collection<String> schemas) throws SQLException;
}
