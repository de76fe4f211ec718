package orm.spi.dialect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Operator;
import orm.api.query.LockWait;
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
      case ENUM, JSON, LIST, BYTES, INET, CIDR, INTERVAL, RANGE -> false;
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

  /** What not every database can do. */
  enum Feature {
    /** A query in the from clause that uses the tables before it. */
    LATERAL,
    /** Several groupings in one query. */
    GROUPING_SETS,
    /** {@code DISTINCT ON}. */
    DISTINCT_ON
  }

  /**
   * Tells whether the database can do something.
   *
   * @param feature what
   * @return whether it can
   */
  default boolean has(Feature feature) {
    return false;
  }

  /**
   * Writes a value where its order counts, so that text is ordered by code point.
   *
   * @param out takes the value
   * @param value the value
   * @param type its type
   */
  default void ordered(SqlWriter out, SqlPart value, ColumnType type) {
    out.part(value);
  }

  /**
   * Writes a parameter in a place that tells nothing of its type.
   *
   * @param type the type of the value
   * @return {@code ?}, with a cast where the database needs one
   */
  default String typedParameter(ColumnType type) {
    return parameter(type);
  }

  /**
   * Writes a function or operator where standard SQL will not do.
   *
   * @param out takes the text
   * @param call the function
   * @return whether it was written; else the engine writes standard SQL
   * @throws orm.api.error.UnsupportedQueryException if the database cannot compute it with the
   *     meaning that the API gives it
   */
  default boolean function(SqlWriter out, SqlCall call) {
    return false;
  }

  /**
   * Writes a search for words in texts.
   *
   * @param out takes the text
   * @param operator {@code TEXT_MATCHES} for the condition, {@code TEXT_RANK} for how well they fit
   * @param search what is looked for, and where
   * @throws orm.api.error.UnsupportedQueryException if the database cannot find words so
   */
  default void textSearch(SqlWriter out, Operator operator, TextSearch search) {
    throw new UnsupportedQueryException(Failure.of(
            ErrorCode.UNSUPPORTED_QUERY,
            "Cannot look for words in " + search.index().name())
        .because("this database's dialect does not know how")
        .fix("Use contains(…) or a fragment of SQL."));
  }

  /**
   * Writes an aggregate so that its value has the type of the API.
   *
   * @param out takes the text
   * @param operator the aggregate
   * @param argument the type that it is made of
   * @param type the type of its value
   * @param call the aggregate with its filter and window
   */
  default void aggregate(
      SqlWriter out, Operator operator, ColumnType argument, ColumnType type, SqlPart call) {
    out.part(call);
  }

  /**
   * Writes a number that arithmetic makes, so that one that its type cannot hold is an error.
   *
   * @param out takes the text
   * @param value the arithmetic, whose parts are not checked by themselves
   * @param type the type of the number
   */
  default void inRange(SqlWriter out, SqlPart value, ColumnType type) {
    out.part(value);
  }

  /**
   * Writes a decimal that stands in the text, in the form in which values of its type are compared.
   *
   * @param value the decimal, with no more digits behind the point than the type has
   * @param type its type
   * @return an SQL literal
   */
  default String decimalLiteral(BigDecimal value, ColumnType type) {
    return value.toPlainString();
  }

  /**
   * Writes a decimal with another number of digits behind the point. With fewer of them it is on
   * its way into a column of that type, and is rounded half away from zero.
   *
   * @param out takes the text
   * @param value the decimal
   * @param from its type
   * @param to the type that it gets
   */
  default void rescaled(SqlWriter out, SqlPart value, ColumnType from, ColumnType to) {
    out.part(value);
  }

  /**
   * Writes a value without the greatest length or number of digits that its column has, for the
   * first rows of a recursive query, which tell the types of all.
   *
   * @param out takes the text
   * @param value the value
   * @param type its type
   */
  default void unlimited(SqlWriter out, SqlPart value, ColumnType type) {
    out.part(value);
  }

  /**
   * Writes a test for membership of a row value with one parameter for each of its operands.
   *
   * @param out takes the condition
   * @param row what to look for, such as {@code (a, b)}
   * @param values the values of each operand, in the same order; all of the same number
   */
  void inRows(SqlWriter out, SqlPart row, List<SqlWriter.Value> values);

  /**
   * Writes a row lock.
   *
   * @param exclusive whether no one else may lock the rows
   * @param wait what happens to rows that are locked already
   * @param aliases the quoted names of the tables
   * @return the clause, beginning with a blank; empty where a transaction that writes has no rivals
   */
  default String lock(boolean exclusive, LockWait wait, List<String> aliases) {
    return "";
  }

  /** {@return what stands before a query to get its plan} */
  default String explain() {
    return "EXPLAIN ";
  }

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
