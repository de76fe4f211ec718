package orm.api.expression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import orm.api.annotation.LoadStrategy;

/**
 * Expressions that do not begin with a column: conditions, values, aggregates, windows, rows made
 * of parts.
 */
public final class Expressions {
  private Expressions() {}

  /**
   * All conditions are true; true where there are none.
   *
   * @param all the conditions
   * @return the condition
   */
  public static Condition and(Condition... all) {
    return Nodes.condition(Operator.AND, all);
  }

  /**
   * At least one condition is true; false where there are none.
   *
   * @param any the conditions
   * @return the condition
   */
  public static Condition or(Condition... any) {
    return Nodes.condition(Operator.OR, any);
  }

  /**
   * A condition is false; unknown stays unknown.
   *
   * @param condition the condition
   * @return the opposite condition
   */
  public static Condition not(Condition condition) {
    return condition.not();
  }

  /**
   * A subquery has a row.
   *
   * @param rows the subquery, which may use the tables of the query around it
   * @return the condition
   */
  public static Condition exists(Subquery<?> rows) {
    return Nodes.condition(Operator.EXISTS, Nodes.rows(rows));
  }

  /**
   * A subquery has no row.
   *
   * @param rows the subquery, which may use the tables of the query around it
   * @return the condition
   */
  public static Condition notExists(Subquery<?> rows) {
    return exists(rows).not();
  }

  /**
   * A value where an expression is asked for; always a bind, never text.
   *
   * @param <T> the Java type
   * @param value the value, not null
   * @return the expression
   */
  public static <T> Expression<T> value(T value) {
    return Nodes.value(value);
  }

  /**
   * A named hole of a query that is kept as a constant.
   *
   * @param <T> the Java type
   * @param name the name, for messages
   * @param type the Java type
   * @return a parameter that equals no other one
   */
  public static <T> Param<T> param(String name, Class<T> type) {
    return new Param<>(name, type);
  }

  /**
   * The one value of a subquery that has at most one row.
   *
   * @param <T> the Java type
   * @param rows a query for one column
   * @return the value, null where there is no row
   */
  public static <T> ComparableExpression<T> scalar(Subquery<T> rows) {
    return Nodes.comparable(Operator.SCALAR, rows.reader(), Nodes.rows(rows));
  }

  /**
   * The one number of a subquery that has at most one row.
   *
   * @param <N> the Java type
   * @param rows a query for one column
   * @return the number, null where there is no row
   */
  public static <N extends Number> NumberExpression<N> scalarNumber(Subquery<N> rows) {
    return Nodes.number(Operator.SCALAR, rows.reader(), Nodes.rows(rows));
  }

  /**
   * Two operands that are compared as one: {@code tuple(a, b).in(select)}, or with values,
   * {@code tuple(a, b).in(points, Point::x, Point::y)}.
   *
   * @param <A> the Java type of the first operand
   * @param <B> the Java type of the second operand
   * @param first the first operand
   * @param second the second operand
   * @return the row value
   */
  public static <A, B> RowValue2<A, B> tuple(Expression<A> first, Expression<B> second) {
    return new RowValue2<>(new Nodes.Tuple(List.of(first, second)));
  }

  /**
   * Three operands that are compared as one.
   *
   * @param <A> the Java type of the first operand
   * @param <B> the Java type of the second operand
   * @param <C> the Java type of the third operand
   * @param first the first operand
   * @param second the second operand
   * @param third the third operand
   * @return the row value
   */
  public static <A, B, C> RowValue3<A, B, C> tuple(
      Expression<A> first, Expression<B> second, Expression<C> third) {
    return new RowValue3<>(new Nodes.Tuple(List.of(first, second, third)));
  }

  /**
   * Any number of operands that are compared as one with the rows of a subquery.
   *
   * @param first the first operand
   * @param more the others
   * @return the row value
   */
  public static RowValue tuple(Expression<?> first, Expression<?>... more) {
    List<Expression<?>> all = new ArrayList<>();
    all.add(first);
    all.addAll(Arrays.asList(more));
    return new RowValue(new Nodes.Tuple(List.copyOf(all)));
  }

  /**
   * A list inside each row. The lists of all rows are read together, by one statement per level.
   *
   * @param <T> what an element holds
   * @param rows the elements: a query that begins at a path such as {@code AUTHOR.books()}; its
   *     limit counts for each list
   * @return the list, unmodifiable; empty where there are no elements
   */
  public static <T> Selectable<List<T>> many(Subquery<T> rows) {
    return many(rows, LoadStrategy.KEYS);
  }

  /**
   * A list inside each row, read in a certain way.
   *
   * @param <T> what an element holds
   * @param rows the elements: a query that begins at a path such as {@code AUTHOR.books()}; its
   *     limit counts for each list
   * @param strategy how they are read
   * @return the list, unmodifiable; empty where there are no elements
   */
  public static <T> Selectable<List<T>> many(Subquery<T> rows, LoadStrategy strategy) {
    return new Nodes.Many<>(rows, Objects.requireNonNull(strategy, "strategy"));
  }

  /**
   * A part that an outer join may leave away.
   *
   * @param <T> the Java type
   * @param part mostly a table, or a row of its columns
   * @return the part; empty where all columns of it are null
   */
  public static <T> Selectable<Optional<T>> optional(Selectable<T> part) {
    return new Nodes.OptionalPart<>(part);
  }

  /** {@return the number of rows} */
  public static NumberAggregate<Long> count() {
    return Nodes.numberAggregate(Operator.COUNT_ROWS, Nodes.LONG);
  }

  /** {@return the time at which the statement began, by the clock of the database} */
  public static TimeExpression<Instant> now() {
    return Nodes.time(Operator.NOW, Readers.of(Instant.class));
  }

  /**
   * Begins a choice between values.
   *
   * @param <T> the Java type of the values
   * @param condition when to take the first value
   * @param value the first value, not null
   * @return the choice so far
   */
  public static <T> Case<T> when(Condition condition, T value) {
    return when(condition, Nodes.value(value));
  }

  /**
   * Begins a choice between values.
   *
   * @param <T> the Java type of the values
   * @param condition when to take the first value
   * @param value the first value
   * @return the choice so far
   */
  public static <T> Case<T> when(Condition condition, Expression<T> value) {
    return new Case<>(condition, value);
  }

  /**
   * The greatest of two values.
   *
   * @param <T> the Java type
   * @param one the one
   * @param other the other
   * @return the greatest one; the other one where one is null
   */
  public static <T> ComparableExpression<T> greatest(
      ComparableExpression<T> one, ComparableExpression<T> other) {
    return Nodes.comparable(Operator.GREATEST, one.reader(), one, other);
  }

  /**
   * The least of two values.
   *
   * @param <T> the Java type
   * @param one the one
   * @param other the other
   * @return the least one; the other one where one is null
   */
  public static <T> ComparableExpression<T> least(
      ComparableExpression<T> one, ComparableExpression<T> other) {
    return Nodes.comparable(Operator.LEAST, one.reader(), one, other);
  }

  private static Expression<?>[] all(Expression<?> first, Expression<?>[] more) {
    Expression<?>[] all = new Expression<?>[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }

  /**
   * In an upsert: the value that could not be inserted.
   *
   * @param <T> the Java type
   * @param column the column
   * @return its value in the row that was to be inserted
   */
  public static <T> ComparableExpression<T> excluded(Column<?, T> column) {
    return Nodes.comparable(Operator.EXCLUDED, column.reader(), column);
  }

  /**
   * In an upsert: the number that could not be inserted.
   *
   * @param <N> the Java type
   * @param column the column
   * @return its value in the row that was to be inserted
   */
  public static <N extends Number> NumberExpression<N> excluded(NumberColumn<?, N> column) {
    return Nodes.number(Operator.EXCLUDED, column.reader(), column);
  }

  /**
   * Begins a window whose rows are equal in some values.
   *
   * @param by the values
   * @return the window
   */
  public static Window partitionBy(Expression<?>... by) {
    return new Window(List.of(by), List.of(), null);
  }

  /**
   * Begins a window over all rows, in an order.
   *
   * @param order the sort keys
   * @return the window
   */
  public static Window orderedBy(Order... order) {
    return new Window(List.of(), List.of(order), null);
  }

  /** {@return the number of the row in its window, from 1} */
  public static WindowFunction<NumberExpression<Long>> rowNumber() {
    return place(Operator.ROW_NUMBER);
  }

  /** {@return the place of the row in its window, with gaps behind equal rows} */
  public static WindowFunction<NumberExpression<Long>> rank() {
    return place(Operator.RANK);
  }

  /** {@return the place of the row in its window, without gaps behind equal rows} */
  public static WindowFunction<NumberExpression<Long>> denseRank() {
    return place(Operator.DENSE_RANK);
  }

  private static WindowFunction<NumberExpression<Long>> place(Operator operator) {
    return new WindowFunction<>(
        window -> Nodes.overNumber(Nodes.number(operator, Nodes.LONG), window));
  }

  /**
   * Divides the window into parts of equal size.
   *
   * @param parts how many, at least 1
   * @return the part that the row is in, from 1
   */
  public static WindowFunction<NumberExpression<Long>> ntile(int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("there must be at least one part");
    }
    Expression<?> number = Nodes.constant(parts);
    return new WindowFunction<>(
        window -> Nodes.overNumber(Nodes.number(Operator.NTILE, Nodes.LONG, number), window));
  }

  /**
   * The value of an earlier row of the window.
   *
   * @param <T> the Java type
   * @param expression the value
   * @param rows how many rows earlier, not negative
   * @return the value, null where there is no such row
   */
  public static <T> WindowFunction<ComparableExpression<T>> lag(
      Expression<T> expression, int rows) {
    return value(Operator.LAG, expression, distance(rows));
  }

  /**
   * The value of a later row of the window.
   *
   * @param <T> the Java type
   * @param expression the value
   * @param rows how many rows later, not negative
   * @return the value, null where there is no such row
   */
  public static <T> WindowFunction<ComparableExpression<T>> lead(
      Expression<T> expression, int rows) {
    return value(Operator.LEAD, expression, distance(rows));
  }

  private static Expression<?> distance(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("the number of rows must not be negative");
    }
    return Nodes.constant(rows);
  }

  /**
   * The value of the first row of the frame.
   *
   * @param <T> the Java type
   * @param expression the value
   * @return the value
   */
  public static <T> WindowFunction<ComparableExpression<T>> firstValue(Expression<T> expression) {
    return value(Operator.FIRST_VALUE, expression);
  }

  /**
   * The value of the last row of the frame, which without {@link Window#rows} is the current one or
   * its equal.
   *
   * @param <T> the Java type
   * @param expression the value
   * @return the value
   */
  public static <T> WindowFunction<ComparableExpression<T>> lastValue(Expression<T> expression) {
    return value(Operator.LAST_VALUE, expression);
  }

  private static <T> WindowFunction<ComparableExpression<T>> value(
      Operator operator, Expression<T> expression, Expression<?>... more) {
    Expression<?>[] arguments = all(expression, more);
    return new WindowFunction<>(
        window -> Nodes.over(Nodes.comparable(operator, expression.reader(), arguments), window));
  }

  /**
   * A path leads to a row for which all conditions are true; {@code AUTHOR.books().any(…)} says the
   * same.
   *
   * @param path the path
   * @param all the conditions
   * @return the condition
   */
  public static Condition related(Source<?> path, Condition... all) {
    return new Nodes.Related(path, List.of(all));
  }

  /**
   * Parts of a row, for {@code row(b.title, b.price).into(Line::new)}.
   *
   * @param <A> the type of part 1
   * @param <B> the type of part 2
   * @param a part 1
   * @param b part 2
   * @return the parts
   */
  public static <A, B> Parts2<A, B> row(Selectable<A> a, Selectable<B> b) {
    return new Parts2<>(a, b);
  }

  /**
   * Parts of a row, for {@code row(b.title, b.price).into(Line::new)}.
   *
   * @param <A> the type of part 1
   * @param <B> the type of part 2
   * @param <C> the type of part 3
   * @param a part 1
   * @param b part 2
   * @param c part 3
   * @return the parts
   */
  public static <A, B, C> Parts3<A, B, C> row(Selectable<A> a, Selectable<B> b, Selectable<C> c) {
    return new Parts3<>(a, b, c);
  }

  /**
   * Parts of a row, for {@code row(b.title, b.price).into(Line::new)}.
   *
   * @param <A> the type of part 1
   * @param <B> the type of part 2
   * @param <C> the type of part 3
   * @param <D> the type of part 4
   * @param a part 1
   * @param b part 2
   * @param c part 3
   * @param d part 4
   * @return the parts
   */
  public static <A, B, C, D> Parts4<A, B, C, D> row(
      Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d) {
    return new Parts4<>(a, b, c, d);
  }

  /**
   * Parts of a row, for {@code row(b.title, b.price).into(Line::new)}.
   *
   * @param <A> the type of part 1
   * @param <B> the type of part 2
   * @param <C> the type of part 3
   * @param <D> the type of part 4
   * @param <E> the type of part 5
   * @param a part 1
   * @param b part 2
   * @param c part 3
   * @param d part 4
   * @param e part 5
   * @return the parts
   */
  public static <A, B, C, D, E> Parts5<A, B, C, D, E> row(
      Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e) {
    return new Parts5<>(a, b, c, d, e);
  }

  /**
   * Parts of a row, for {@code row(b.title, b.price).into(Line::new)}.
   *
   * @param <A> the type of part 1
   * @param <B> the type of part 2
   * @param <C> the type of part 3
   * @param <D> the type of part 4
   * @param <E> the type of part 5
   * @param <F> the type of part 6
   * @param a part 1
   * @param b part 2
   * @param c part 3
   * @param d part 4
   * @param e part 5
   * @param f part 6
   * @return the parts
   */
  public static <A, B, C, D, E, F> Parts6<A, B, C, D, E, F> row(
      Selectable<A> a,
      Selectable<B> b,
      Selectable<C> c,
      Selectable<D> d,
      Selectable<E> e,
      Selectable<F> f) {
    return new Parts6<>(a, b, c, d, e, f);
  }

  /**
   * Catches wrong parts, which would else give a page of candidates: wrap a constant in
   * {@link #value}, and use at most six parts.
   *
   * @param parts the wrong parts
   * @return never
   * @throws IllegalArgumentException always
   */
  @SuppressWarnings(
      "DoNotCallSuggester") // its return type is the message, also where it is not known
  public static UpToSixSelectableParts row(Object... parts) {
    throw new IllegalArgumentException("the parts of a row must be selectable, and at most six");
  }
}
