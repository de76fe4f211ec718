package orm.api.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a window function sees. Begin with {@link Expressions#partitionBy} or
 * {@link Expressions#orderedBy}.
 *
 * @param partition rows with equal values here are seen together
 * @param order the order of the rows
 * @param frame which of them count for the current row; null for all, or, where there is an order,
 *     all from the first one to the last that is equal to the current one
 */
public record Window(
    List<Expression<?>> partition,
    List<Order> order,
    @Nullable Frame frame) {
  /** The end of a frame that lies at the end of the partition. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  /**
   * Takes the parts.
   *
   * @param partition rows with equal values here are seen together
   * @param order the order of the rows
   * @param frame which of them count for the current row
   */
  public Window {
    partition = List.copyOf(partition);
    order = List.copyOf(order);
  }

  /**
   * Some rows before and behind the current one.
   *
   * @param preceding how many before it; {@link #UNBOUNDED} for all
   * @param following how many behind it; {@link #UNBOUNDED} for all
   */
  public record Frame(int preceding, int following) {
    /**
     * Checks the ends.
     *
     * @param preceding how many before it
     * @param following how many behind it
     */
    public Frame {
      if (preceding < 0 || following < 0) {
        throw new IllegalArgumentException("a frame cannot have a negative number of rows");
      }
    }
  }

  /**
   * Orders the rows of each part.
   *
   * @param order the sort keys
   * @return a window with the order
   */
  public Window orderBy(Order... order) {
    return new Window(partition, List.of(order), frame);
  }

  /**
   * Takes rows around the current one only.
   *
   * @param preceding how many before it; {@link #UNBOUNDED} for all
   * @param following how many behind it; {@link #UNBOUNDED} for all
   * @return a window with the frame
   */
  public Window rows(int preceding, int following) {
    return new Window(partition, order, new Frame(preceding, following));
  }
}
