package orm.test.chinook;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import orm.api.query.Query;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Twenty questions to the music shop, which together use every part of the query language. Each is
 * asked through the ORM and in SQL that was typed by hand, and both must give the same rows in the
 * same order. What the ORM sends is kept in {@code src/test/resources/chinook}, to be read by
 * people.
 */
class TwentyQuestionsTest {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** A double holds more digits, but sums depend on the order of the summands. */
  private static final MathContext DIGITS = new MathContext(13);

  private static List<Question<?>> questions() {
    List<Question<?>> all = new ArrayList<>(SalesQuestions.all());
    all.addAll(PeopleQuestions.all());
    all.addAll(MusicQuestions.all());
    return all;
  }

  @EachDatabase
  void theRowsAreThoseOfSqlTypedByHand(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    assertEquals(20, questions().size());
    List<Executable> checks = new ArrayList<>();
    for (Question<?> question : questions()) {
      checks.add(() -> check(chinook, question));
    }
    assertAll(checks);
  }

  private static <R> void check(Chinook chinook, Question<R> question) {
    Query<R> query = question.query().apply(chinook.db());
    List<R> rows = query.list();
    List<List<@Nullable Object>> cells =
        rows.stream().flatMap(row -> question.flat().apply(row).stream()).toList();
    List<List<@Nullable String>> typed = chinook.askAsTyped(question.sql(chinook.kind()));
    assertEquals(texts(typed, cells), texts(cells), question::title);
    assertFalse(rows.isEmpty(), question::title);
    assertEquals(rows.size(), query.count(), question::title);
    assertTrue(query.exists(), question::title);
    List<R> each = new ArrayList<>();
    query.forEach(each::add);
    assertEquals(rows, each, question::title);
    assertEquals(rows, query.stream(Stream::toList), question::title);
  }

  private static List<List<String>> texts(List<List<@Nullable Object>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(TwentyQuestionsTest::text).toList())
        .toList();
  }

  /** The database's own texts, each in the form of the value that it is compared with. */
  private static List<List<String>> texts(
      List<List<@Nullable String>> typed, List<List<@Nullable Object>> rows) {
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      List<String> row = new ArrayList<>();
      for (int k = 0; k < typed.get(i).size(); k++) {
        String cell = typed.get(i).get(k);
        boolean number = i < rows.size() && rows.get(i).get(k) instanceof Number;
        row.add(cell != null && number ? text(new BigDecimal(cell)) : String.valueOf(cell));
      }
      texts.add(row);
    }
    return texts;
  }

  private static String text(@Nullable Object cell) {
    if (cell instanceof Number number) {
      BigDecimal value = new BigDecimal(number.toString()).round(DIGITS);
      return (value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()).toPlainString();
    }
    return cell instanceof LocalDateTime time ? TIME.format(time) : Objects.toString(cell);
  }

  @EachDatabase
  void theSqlIsWhatOneWouldHaveTyped(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Golden golden =
        new Golden("chinook/questions." + test.kind().name().toLowerCase(Locale.ROOT) + ".sql");
    int number = 1;
    for (Question<?> question : questions()) {
      Query<?> query = question.query().apply(chinook.db());
      test.statements();
      List<?> rows = query.list();
      List<String> statements = test.statements();
      assertEquals(statements.get(0), query.text().text(), () -> "with rows " + rows);
      golden.add(number++ + " " + question.title(), statements);
    }
    golden.compare();
  }

  @EachDatabase
  void noCustomerBoughtSomethingOfEveryGenre(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    assertEquals(
        List.of(),
        chinook
            .db()
            .query(SalesQuestions.BOUGHT_EVERY_GENRE)
            .bind(SalesQuestions.TRACKS, 0L)
            .list());
    assertEquals(0, chinook.askNumber("""
            SELECT count(*) FROM customer c WHERE NOT EXISTS (
              SELECT 1 FROM genre g WHERE NOT EXISTS (
                SELECT 1 FROM invoice_line l
                JOIN invoice i ON i.invoice_id = l.invoice_id
                JOIN track t ON t.track_id = l.track_id
                WHERE i.customer_id = c.customer_id AND t.genre_id = g.genre_id))
            """));
  }
}
