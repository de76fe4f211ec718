package orm.api.expression;

/**
 * A column of truth values, which is a condition by itself.
 *
 * @param <S> the entity
 */
public final class BooleanColumn<S> extends Column<S, Boolean> implements Condition {
  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   */
  public BooleanColumn(Source<S> source, String name) {
    super(source, name, Boolean.class);
  }
}
