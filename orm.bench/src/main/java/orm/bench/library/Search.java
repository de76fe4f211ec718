package orm.bench.library;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody wants to find, as a form with fields that may stay empty gives it.
 *
 * @param author the key of the author
 * @param pages the fewest pages
 * @param since the first day
 * @param inPrint whether it is in print
 */
public record Search(
    long author, Optional<Integer> pages, Optional<LocalDate> since, Optional<Boolean> inPrint) {
  private static final Optional<Integer> PAGES = Optional.of(120);
  private static final Optional<LocalDate> SINCE = Optional.of(LocalDate.of(1960, 1, 1));
  private static final Optional<Boolean> IN_PRINT = Optional.of(true);

  /** Makes searches of four shapes in turn. */
  public static Search number(int number) {
    long author = 1 + number % Library.AUTHORS;
    return switch (number % 4) {
      case 0 -> new Search(author, Optional.empty(), Optional.empty(), Optional.empty());
      case 1 -> new Search(author, PAGES, Optional.empty(), Optional.empty());
      case 2 -> new Search(author, Optional.empty(), SINCE, IN_PRINT);
      default -> new Search(author, PAGES, SINCE, IN_PRINT);
    };
  }

  /** Whether a novel is wanted, but for its author. */
  boolean fits(Novel novel) {
    return pages.filter(fewest -> novel.pages() < fewest).isEmpty()
        && since.filter(first -> novel.published().isBefore(first)).isEmpty()
        && inPrint.filter(wanted -> novel.inPrint() != wanted).isEmpty();
  }
}
