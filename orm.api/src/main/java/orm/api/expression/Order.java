package orm.api.expression;

import java.util.Objects;

/**
 * One sort key. Nulls come last unless told otherwise, on every database.
 *
 * @param by what to sort by
 * @param descending whether greater values come first
 * @param nulls where nulls go
 */
public record Order(Expression<?> by, boolean descending, Nulls nulls) {
  /** Where nulls go. */
  public enum Nulls {
    /** Before all values. */
    FIRST,
    /** Behind all values. */
    LAST
  }

  /**
   * Checks that the parts are there.
   *
   * @param by what to sort by
   * @param descending whether greater values come first
   * @param nulls where nulls go
   */
  public Order {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(nulls, "nulls");
  }

  /** {@return this key with nulls before all values} */
  public Order nullsFirst() {
    return new Order(by, descending, Nulls.FIRST);
  }

  /** {@return this key with nulls behind all values} */
  public Order nullsLast() {
    return new Order(by, descending, Nulls.LAST);
  }
}
