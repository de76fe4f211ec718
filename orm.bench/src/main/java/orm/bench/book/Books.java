package orm.bench.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The sample rows, the same in every run. */
public final class Books {
  /** How many rows a table holds; their keys are 1 to this. */
  public static final int COUNT = 10_000;

  /** How many rows a batch has. */
  public static final int BATCH = 1_000;

  private static final int FEWEST_PAGES = 100;
  private static final int KINDS_OF_PAGES = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);
  private static final int DAYS = 25_000;

  private Books() {}

  /** A row that is not stored yet. */
  public static Book sample(int number) {
    return new Book(
        null,
        "The collected letters, volume " + number,
        "Publishing house " + number % 97,
        BigDecimal.valueOf(500 + number * 37 % 9_500, 2),
        FIRST_DAY.plusDays(number * 13 % DAYS),
        number % 3 != 0,
        FEWEST_PAGES + number % KINDS_OF_PAGES,
        0);
  }

  /** The rows from one number to another, the last one included, not stored yet. */
  public static List<Book> samples(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(Books::sample).toList();
  }

  /** The row with a key, as a filled table holds it. */
  public static Book stored(int key) {
    return sample(key).withId(key);
  }

  /** All rows of a filled table, by their keys. */
  public static List<Book> stored() {
    return IntStream.rangeClosed(1, COUNT).mapToObj(Books::stored).toList();
  }

  /** The rows with a number of pages, by their keys. */
  public static List<Book> stored(List<Book> all, int pages) {
    return all.stream().filter(book -> book.pages() == pages).toList();
  }

  /** A number of pages that a hundred rows have; which one depends on the key. */
  public static int pages(int key) {
    return FEWEST_PAGES + key % KINDS_OF_PAGES;
  }
}
