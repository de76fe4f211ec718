package orm.api.expression;

/**
 * A column of numbers.
 *
 * @param <S> the entity
 * @param <N> the Java type of its values
 */
public final class NumberColumn<S, N extends Number> extends ComparableColumn<S, N>
    implements NumberExpression<N> {
  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param type the Java type of its values
   */
  public NumberColumn(Source<S> source, String name, Class<N> type) {
    super(source, name, type);
  }
}
