package orm.spi.dialect;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;

/**
 * How one database defines tables where databases differ; the engine writes the rest. Stateless.
 */
@ConsumerType
public interface SchemaSyntax {
  /**
   * Names the type of a column.
   *
   * @param type the logical type, not converted
   * @return the type in SQL
   */
  String typeName(ColumnType type);

  /**
   * Writes what follows the type of a column whose value the database makes, or nothing.
   *
   * @param column the column
   * @param sequence the quoted name of its sequence; empty for none
   * @param soleKey whether it is the whole primary key
   * @return SQL text that begins with a blank, or empty; where it holds {@code PRIMARY KEY}, the
   *     engine adds no primary key
   * @throws orm.api.error.UnsupportedQueryException if this database cannot make such values
   */
  String generation(ColumnSchema column, String sequence, boolean soleKey);

  /**
   * Writes the condition that holds the values of a column to its type where the type alone does
   * not.
   *
   * @param quotedColumn the column
   * @param type its logical type
   * @return an SQL condition; empty for none
   */
  String typeCheck(String quotedColumn, ColumnType type);

  /**
   * Writes a column as it is used in a user's SQL condition, so that it compares with literals of
   * its logical type.
   *
   * @param quotedColumn the column
   * @param type its logical type
   * @return an SQL expression
   */
  default String logicalValue(String quotedColumn, ColumnType type) {
    return quotedColumn;
  }

  /**
   * Writes a user's SQL expression of a logical type in the form in which a column of that type
   * keeps it, the reverse of {@link #logicalValue}; for defaults.
   *
   * @param sql the expression, such as {@code 9.99}
   * @param type the logical type of the column
   * @return an SQL expression
   */
  default String storedValue(String sql, ColumnType type) {
    return sql;
  }

  /**
   * {@return what follows the closing parenthesis of {@code CREATE TABLE}; begins with a blank, or
   * empty}
   */
  default String tableSuffix() {
    return "";
  }

  /**
   * Writes the statements that must run before a table with such a column is created, such as the
   * making of an enum type. Each one does nothing where its object is there.
   *
   * @param type the logical type
   * @return the statements
   */
  default List<String> prepareType(ColumnType type) {
    return List.of();
  }

  /**
   * Writes the statements that make an index of the words in texts, for a table without rows.
   *
   * @param index the index
   * @return the statements, in order
   * @throws UnsupportedQueryException if this database cannot make such an index
   */
  default List<String> createTextIndex(TextIndexDefinition index) {
    throw new UnsupportedQueryException(
        Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot make text index " + index.name())
            .because("this database's dialect does not know how")
            .fix("Remove @FullText from the entity."));
  }

  /** {@return whether a reference may name a table that is created later} */
  boolean referencesMayLookAhead();
}
