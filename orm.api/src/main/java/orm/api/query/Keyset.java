package orm.api.query;

import org.jspecify.annotations.Nullable;

/**
 * Which page to read.
 *
 * @param size the greatest number of rows, at least 1
 * @param cursor where it begins or ends; null for the first page
 * @param backwards whether the page lies before the cursor
 */
public record Keyset(int size, @Nullable String cursor, boolean backwards) {
  /**
   * Checks the size.
   *
   * @param size the greatest number of rows
   * @param cursor where it begins or ends
   * @param backwards whether the page lies before the cursor
   */
  public Keyset {
    if (size < 1) {
      throw new IllegalArgumentException("a page has at least one row");
    }
  }

  /**
   * Asks for the first page.
   *
   * @param size the greatest number of rows
   * @return the page
   */
  public static Keyset first(int size) {
    return new Keyset(size, null, false);
  }

  /**
   * Asks for the page behind a cursor.
   *
   * @param cursor what {@link Page#next()} gave
   * @param size the greatest number of rows
   * @return the page
   */
  public static Keyset after(String cursor, int size) {
    return new Keyset(size, cursor, false);
  }

  /**
   * Asks for the page before a cursor.
   *
   * @param cursor what {@link Page#previous()} gave
   * @param size the greatest number of rows
   * @return the page
   */
  public static Keyset before(String cursor, int size) {
    return new Keyset(size, cursor, true);
  }
}
