package orm.api.expression;

/** Expressions that do not begin with a column: conditions, values, rows made of parts. */
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
