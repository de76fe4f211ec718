package orm.api.expression;

import java.util.Objects;
import orm.api.text.TextQuery;

/**
 * An index of the words in texts of one table instance. Immutable and safe for use by several
 * threads.
 *
 * @param <S> the entity
 */
public final class TextIndex<S> {
  private final Source<S> source;
  private final String name;

  /**
   * Makes an index; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   */
  public TextIndex(Source<S> source, String name) {
    this.source = Objects.requireNonNull(source, "source");
    this.name = Objects.requireNonNull(name, "name");
  }

  /** {@return the table instance} */
  public Source<S> source() {
    return source;
  }

  /** {@return the logical name} */
  public String name() {
    return name;
  }

  /**
   * The texts hold what a query asks for. Null holds nothing, and so does a row that an outer join
   * did not find: the condition is false then, never unknown.
   *
   * @param query the query, in the language of {@link TextQuery}; not null
   * @return the condition
   * @throws orm.api.error.InvalidQueryException if the query does not follow the language
   */
  public Condition matches(String query) {
    TextQuery.parse(query);
    return Nodes.condition(Operator.TEXT_MATCHES, row(), index(), Nodes.value(query));
  }

  /**
   * As {@link #matches(String)}, with a query that is given before each run, which fails if the
   * query does not follow the language.
   *
   * @param query takes the query
   * @return the condition
   */
  public Condition matches(Param<String> query) {
    return Nodes.condition(Operator.TEXT_MATCHES, row(), index(), query);
  }

  /**
   * How well the texts fit a query that they match; greater is better. It is what the database
   * makes of it, to sort by within one query: numbers of several databases, queries or times are
   * not comparable, so pages by keys refuse it. Of a row that does not match it says nothing.
   *
   * @param query the query, in the language of {@link TextQuery}; not null
   * @return the rank
   * @throws orm.api.error.InvalidQueryException if the query does not follow the language
   */
  public TextRank rank(String query) {
    TextQuery.parse(query);
    return Nodes.rank(row(), index(), Nodes.value(query));
  }

  /**
   * As {@link #rank(String)}, with a query that is given before each run.
   *
   * @param query takes the query
   * @return the rank
   */
  public TextRank rank(Param<String> query) {
    return Nodes.rank(row(), index(), query);
  }

  /** The row itself, as the key that it has. */
  private Expression<?> row() {
    return new Column<>(source, "", Object.class);
  }

  private Expression<?> index() {
    return Nodes.constant(name);
  }

  /** {@return the table instance and the name, for messages} */
  @Override
  public String toString() {
    return source + "." + name;
  }
}
