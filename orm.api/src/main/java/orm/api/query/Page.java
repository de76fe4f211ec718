package orm.api.query;

import java.util.List;
import java.util.Optional;

/**
 * The rows of one page.
 *
 * @param <R> what a row holds
 * @param rows the rows, in the order of the query
 * @param next the cursor of the page behind this one; empty if this is the last one
 * @param previous the cursor of the page before this one; empty if this is the first one
 */
public record Page<R>(List<R> rows, Optional<String> next, Optional<String> previous) {
  /**
   * Takes the rows.
   *
   * @param rows the rows
   * @param next the cursor of the page behind this one
   * @param previous the cursor of the page before this one
   */
  public Page {
    rows = List.copyOf(rows);
  }
}
