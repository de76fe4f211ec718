package orm.api.expression;

import java.time.temporal.Temporal;

/**
 * A column of dates or times.
 *
 * @param <S> the entity
 * @param <T> the Java type of its values
 */
public final class TimeColumn<S, T extends Temporal> extends ComparableColumn<S, T>
    implements TimeExpression<T> {
  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param type the Java type of its values
   */
  public TimeColumn(Source<S> source, String name, Class<T> type) {
    super(source, name, type);
  }
}
