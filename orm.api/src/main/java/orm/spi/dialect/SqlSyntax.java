package orm.spi.dialect;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.expression.Operator;
import orm.api.schema.ColumnType;

/**
 * How one database says what databases say differently. The engine writes the rest, which is
 * standard SQL with {@code RETURNING}, {@code ON CONFLICT} and {@code NULLS FIRST/LAST}. Stateless.
 */
@ConsumerType
public interface SqlSyntax {
  /**
   * Quotes an identifier.
   *
   * @param identifier the name as the database has it
   * @return the quoted name, safe whatever it holds
   */
  default String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** {@return where this database reads the text of statements in its own way} */
  default Set<LexicalFeature> lexicalFeatures() {
    return Set.of();
  }

  /** {@return the greatest length of an identifier in bytes of UTF-8} */
  int maxIdentifierBytes();

  /**
   * Writes a parameter that stands for one value.
   *
   * @param type the type of the value
   * @return {@code ?}, with a cast where the database needs one
   */
  default String parameter(ColumnType type) {
    return "?";
  }

  /**
   * Tells whether values of a type can be compared and sorted by this database with the meaning
   * they have in Java.
   *
   * @param type the type
   * @return whether they can
   */
  default boolean isOrdered(ColumnType type) {
    return switch (type.kind()) {
      case ENUM, JSON, LIST, BYTES -> false;
      default -> true;
    };
  }

  /**
   * Writes a text match. The pattern is the user's text as it is; the dialect escapes it when it is
   * bound by changing the value.
   *
   * @param out takes the condition
   * @param operator {@code LIKE}, {@code CONTAINS}, {@code STARTS_WITH}, {@code ENDS_WITH} or one
   *     that ignores case
   * @param text what to look at
   * @param pattern the pattern
   */
  void textMatch(SqlWriter out, Operator operator, SqlPart text, SqlWriter.Value pattern);

  /**
   * Writes a test for membership with all values in one parameter.
   *
   * @param out takes the condition
   * @param negated whether none may be equal
   * @param operand what to look for
   * @param values the values; never bound where there are none
   */
  void in(SqlWriter out, boolean negated, SqlPart operand, SqlWriter.Value values);

  /**
   * Writes the end of a test for membership in a list that is empty; it fits an operand of any type
   * before it.
   *
   * @param negated whether none may be equal, which is then always true
   * @return SQL text that begins with a blank
   */
  default String inNothing(boolean negated) {
    return (negated ? " NOT" : "") + " IN (SELECT NULL WHERE 1 = 0)";
  }

  /**
   * Writes the end of a select.
   *
   * @param out takes the clause, beginning with a blank
   * @param limit the greatest number of rows; {@link Long#MAX_VALUE} for no limit
   * @param offset the number of rows to leave out, a value of the query; null for none
   */
  void limit(SqlWriter out, long limit, SqlWriter.@Nullable Value offset);

  /** {@return whether many rows travel as one array per column} */
  boolean hasArrayParameters();

  /**
   * Writes a parameter that stands for an array of values.
   *
   * @param type the type of one value
   * @return {@code ?} with the cast that makes it an array
   * @throws UnsupportedOperationException if this database has no array parameters
   */
  default String arrayParameter(ColumnType type) {
    throw new UnsupportedOperationException("this database has no array parameters");
  }

  /**
   * Turns an element of such an array into a value of the column.
   *
   * @param element the SQL text of the element
   * @param type the type of the column
   * @return SQL text; the element itself where nothing has to be done
   */
  default String arrayElement(String element, ColumnType type) {
    return element;
  }
}
