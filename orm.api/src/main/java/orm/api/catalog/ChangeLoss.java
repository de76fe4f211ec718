package orm.api.catalog;

import java.util.Objects;

/**
 * What a change of a schema takes away for good. Immutable.
 *
 * @param kind what is lost
 * @param what what it is, for people: {@code table book}, {@code column book.price}
 */
public record ChangeLoss(Kind kind, String what) {
  /** The kinds of what is lost. */
  public enum Kind {
    /** All rows of a table. */
    ROWS,
    /** All values of a column. */
    VALUES,
    /** The values that do not fit the new type, or the part of each that does not. */
    PRECISION,
    /** The last number that was given, so that numbers may be given again. */
    COUNTER
  }

  /**
   * Checks that the parts are there.
   *
   * @param kind what is lost
   * @param what what it is, for people: {@code table book}, {@code column book.price}
   */
  public ChangeLoss {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(what, "what");
  }

  /** {@return what is lost, for people} */
  @Override
  public String toString() {
    return what;
  }
}
