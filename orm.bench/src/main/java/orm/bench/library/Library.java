package orm.bench.library;

import static orm.bench.library.Author_.AUTHOR;
import static orm.bench.library.Publisher_.PUBLISHER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The sample rows, the same in every run; keys count from 1. */
public final class Library {
  /** How many authors there are. */
  public static final int AUTHORS = 1_000;

  /** How many novels there are: author 1 has those with keys 1, 1001, 2001 and so on. */
  public static final int NOVELS = 10 * AUTHORS;

  /** How many authors are read with their novels together. */
  public static final int FAMILIES = 50;

  /** How many rows a page has. */
  public static final int PAGE = 20;

  /** How many novels have the same number of pages. */
  public static final int SAME_PAGES = 100;

  private static final int PUBLISHERS = 100;
  private static final int TAGS = 50;
  private static final int FEWEST_PAGES = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);
  private static final int DAYS = 25_000;
  private static final List<String> COUNTRIES =
      List.of("AR", "BE", "CZ", "DK", "FR", "IS", "JP", "NL", "PL", "ZA");

  /** The same on every database: three tags for each novel. */
  public static final String TIE_TAGS = """
      INSERT INTO novel_tag (novel_id, tag_id) SELECT novel.id, tag.id FROM novel JOIN tag
      ON tag.id IN (novel.id % 50 + 1, (novel.id + 17) % 50 + 1, (novel.id + 31) % 50 + 1)""";

  private Library() {}

  /** A country that a hundred authors share. */
  public static String country(int number) {
    return COUNTRIES.get(number % COUNTRIES.size());
  }

  /** A number of pages that a hundred novels share. */
  public static int pages(int number) {
    return FEWEST_PAGES + number % (NOVELS / SAME_PAGES);
  }

  // ---- Rows as they are stored

  private static Author author(int key) {
    return new Author((long) key, "Author number " + key, country(key));
  }

  private static Publisher publisher(int key) {
    return new Publisher((long) key, "Publishing house " + key, "City " + key % 7);
  }

  private static Tag tag(int key) {
    return new Tag((long) key, "tag " + key);
  }

  private static Novel novel(int key) {
    return new Novel(
        (long) key,
        "The collected novels, volume " + key,
        BigDecimal.valueOf(500 + key * 37 % 9_500, 2),
        FIRST_DAY.plusDays(key * 13 % DAYS),
        key % 3 != 0,
        pages(key),
        AUTHOR.ref(1L + (key - 1) % AUTHORS),
        PUBLISHER.ref(1L + key % PUBLISHERS));
  }

  private static <T> List<T> all(int count, IntFunction<T> make) {
    return IntStream.rangeClosed(1, count).mapToObj(make).toList();
  }

  /** All authors by their keys. */
  public static List<Author> authors() {
    return all(AUTHORS, Library::author);
  }

  /** All publishers by their keys. */
  public static List<Publisher> publishers() {
    return all(PUBLISHERS, Library::publisher);
  }

  /** All tags by their keys. */
  public static List<Tag> tags() {
    return all(TAGS, Library::tag);
  }

  /** All novels by their keys. */
  public static List<Novel> novels() {
    return all(NOVELS, Library::novel);
  }

  // ---- What queries must give

  private static int key(Novel novel) {
    return novel.id() == null ? 0 : novel.id().intValue();
  }

  private static List<Novel> novelsOf(int author) {
    return IntStream.iterate(author, key -> key <= NOVELS, key -> key + AUTHORS)
        .mapToObj(Library::novel)
        .toList();
  }

  private static NovelCard card(Novel novel) {
    int key = key(novel);
    return new NovelCard(
        novel.title(),
        novel.price(),
        novel.published(),
        novel.pages(),
        IntStream.of(key % TAGS, (key + 17) % TAGS, (key + 31) % TAGS)
            .sorted()
            .mapToObj(number -> tag(number + 1))
            .toList());
  }

  private static Sheet sheet(Novel novel) {
    return new Sheet(
        novel,
        author(AUTHOR.key(novel.author()).intValue()),
        publisher(PUBLISHER.key(novel.publisher()).intValue()));
  }

  /** The authors of a country with novels and tags. */
  public static List<AuthorPage> graph(String country) {
    return IntStream.rangeClosed(1, AUTHORS)
        .filter(key -> country(key).equals(country))
        .mapToObj(key -> new AuthorPage(
            author(key).name(), novelsOf(key).stream().map(Library::card).toList()))
        .toList();
  }

  /** Some authors with their novels. */
  public static List<Family> families(int first) {
    return IntStream.range(first, first + FAMILIES)
        .mapToObj(key -> new Family(author(key), novelsOf(key)))
        .toList();
  }

  /** Some novels with the rows that they refer to. */
  public static List<Sheet> sheets(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(key -> sheet(novel(key)))
        .toList();
  }

  /** The novels with a number of pages, by their keys. */
  public static List<Line> lines(int pages) {
    return novels().stream()
        .filter(novel -> novel.pages() == pages)
        .map(Library::sheet)
        .map(sheet -> new Line(
            sheet.novel().title(),
            sheet.author().name(),
            sheet.publisher().name(),
            sheet.novel().price()))
        .toList();
  }

  /** All novels, the oldest first. */
  public static List<Novel> byAge() {
    return novels().stream()
        .sorted(Comparator.comparing(Novel::published).thenComparingInt(Library::key))
        .toList();
  }

  /** What a search finds. */
  public static List<Novel> found(Search search) {
    return novelsOf((int) search.author()).stream().filter(search::fits).toList();
  }
}
