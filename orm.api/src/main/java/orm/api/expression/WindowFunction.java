package orm.api.expression;

import java.util.function.Function;

/**
 * A function that needs a window; {@link #over} makes it an expression.
 *
 * @param <E> the expression
 */
public final class WindowFunction<E extends Expression<?>> {
  private final Function<Window, E> over;

  WindowFunction(Function<Window, E> over) {
    this.over = over;
  }

  /**
   * Tells which rows the function sees.
   *
   * @param window the rows
   * @return the expression
   */
  public E over(Window window) {
    return over.apply(window);
  }
}
