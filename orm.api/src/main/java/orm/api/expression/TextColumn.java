package orm.api.expression;

/**
 * A column of text.
 *
 * @param <S> the entity
 */
public final class TextColumn<S> extends ComparableColumn<S, String> implements TextExpression {
  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   */
  public TextColumn(Source<S> source, String name) {
    super(source, name, String.class);
  }
}
