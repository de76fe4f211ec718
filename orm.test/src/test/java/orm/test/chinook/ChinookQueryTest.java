package orm.test.chinook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static orm.api.expression.Expressions.exists;
import static orm.api.expression.Expressions.not;
import static orm.api.expression.Expressions.notExists;
import static orm.api.expression.Expressions.or;
import static orm.api.expression.Expressions.row;
import static orm.test.chinook.Album_.ALBUM;
import static orm.test.chinook.Artist_.ARTIST;
import static orm.test.chinook.Customer_.CUSTOMER;
import static orm.test.chinook.Employee_.EMPLOYEE;
import static orm.test.chinook.InvoiceLine_.INVOICE_LINE;
import static orm.test.chinook.Invoice_.INVOICE;
import static orm.test.chinook.PlaylistTrack_.PLAYLIST_TRACK;
import static orm.test.chinook.Track_.TRACK;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.query.Query;
import orm.api.query.Select;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Queries find in real data what the same question in plain SQL finds. */
class ChinookQueryTest {

  @EachDatabase
  void pathsFindWhatJoinsFind(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Database db = chinook.db();
    List<String> tracks = db.from(TRACK)
        .where(TRACK.album().artist().name.eq("AC/DC"))
        .orderBy(TRACK.trackId.asc())
        .select(TRACK.name)
        .list();
    assertEquals(chinook.askColumn("""
            SELECT t.name FROM track t JOIN album a ON a.album_id = t.album_id
            JOIN artist r ON r.artist_id = a.artist_id
            WHERE r.name = 'AC/DC' ORDER BY t.track_id
            """), tracks);
    assertEquals(18, tracks.size());
    assertEquals(1, test.statements().size());
  }

  @EachDatabase
  void longPathsMeetInOneStatement(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    record Sale(String customer, String track, @Nullable String artist, BigDecimal price) {}
    List<Sale> sales = chinook
        .db()
        .from(INVOICE_LINE)
        .where(
            INVOICE_LINE.invoice().customer().country.eq("Canada"),
            INVOICE_LINE.track().genre().name.eq("Metal"),
            INVOICE_LINE.invoice().invoiceDate.ge(LocalDateTime.of(2022, 1, 1, 0, 0)))
        .orderBy(INVOICE_LINE.invoiceLineId.asc())
        .select(row(
                INVOICE_LINE.invoice().customer().lastName,
                INVOICE_LINE.track().name,
                INVOICE_LINE.track().album().artist().name,
                INVOICE_LINE.unitPrice)
            .into(Sale::new))
        .list();
    assertEquals(1, test.statements().size());
    List<Sale> printed = chinook.ask("""
            SELECT c.last_name, t.name, r.name, l.unit_price
            FROM invoice_line l
            JOIN invoice i ON i.invoice_id = l.invoice_id
            JOIN customer c ON c.customer_id = i.customer_id
            JOIN track t ON t.track_id = l.track_id
            JOIN genre g ON g.genre_id = t.genre_id
            LEFT JOIN album a ON a.album_id = t.album_id
            LEFT JOIN artist r ON r.artist_id = a.artist_id
            WHERE c.country = 'Canada' AND g.name = 'Metal' AND i.invoice_date >= '2022-01-01 00:00:00'
            ORDER BY l.invoice_line_id
            """).stream()
        .map(row -> new Sale(
            Objects.requireNonNull(row.get(0)),
            Objects.requireNonNull(row.get(1)),
            row.get(2),
            new BigDecimal(row.get(3)).setScale(2)))
        .toList();
    assertEquals(printed, sales);
    assertFalse(sales.isEmpty());
  }

  @EachDatabase
  void aPathToNobodyKeepsTheRow(TestDatabase test) {
    Database db = Chinook.in(test).db();
    record Line(String name, @Nullable String boss) {}
    assertEquals(
        List.of(
            new Line("Edwards", "Adams"),
            new Line("Mitchell", "Adams"),
            new Line("Johnson", "Edwards"),
            new Line("Park", "Edwards"),
            new Line("Peacock", "Edwards"),
            new Line("Callahan", "Mitchell"),
            new Line("King", "Mitchell"),
            new Line("Adams", null)),
        db.from(EMPLOYEE)
            .orderBy(EMPLOYEE.reportsTo().lastName.asc(), EMPLOYEE.lastName.asc())
            .select(row(EMPLOYEE.lastName, EMPLOYEE.reportsTo().lastName).into(Line::new))
            .list());
    assertEquals(
        List.of("Peacock", "Park", "Johnson", "King", "Callahan"),
        db.from(EMPLOYEE)
            .where(EMPLOYEE.reportsTo().reportsTo().lastName.eq("Adams"))
            .orderBy(EMPLOYEE.employeeId.asc())
            .select(EMPLOYEE.lastName)
            .list());
    assertEquals(
        List.of("Adams"),
        db.from(EMPLOYEE)
            .where(EMPLOYEE.reportsTo.isNull())
            .select(EMPLOYEE.lastName)
            .list());
    assertEquals(
        59,
        db.from(CUSTOMER)
            .where(CUSTOMER.supportRep().reportsTo().title.eq("Sales Manager"))
            .count());
  }

  @EachDatabase
  void subqueriesFindWhatIsAndWhatIsNotThere(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Database db = chinook.db();
    Album_ albums = ALBUM.artist.inverse(ARTIST, Album_::new);
    assertEquals(
        chinook.askNumber("""
            SELECT count(*) FROM artist r
            WHERE NOT EXISTS (SELECT 1 FROM album a WHERE a.artist_id = r.artist_id)
            """),
        db.from(ARTIST).where(notExists(Select.from(albums))).count());
    assertEquals(
        chinook.askNumber("SELECT count(DISTINCT artist_id) FROM album WHERE title LIKE 'The%'"),
        db.from(ARTIST)
            .where(exists(Select.from(albums).where(albums.title.startsWith("The"))))
            .count());
    assertEquals(
        chinook.askNumber("""
            SELECT count(*) FROM track WHERE track_id IN (
              SELECT p.track_id FROM playlist_track p
              JOIN playlist l ON l.playlist_id = p.playlist_id WHERE l.name = 'Grunge')
            """),
        db.from(TRACK)
            .where(exists(Select.from(PLAYLIST_TRACK)
                .where(
                    PLAYLIST_TRACK.track.refersTo(TRACK),
                    PLAYLIST_TRACK.playlist().name.eq("Grunge"))))
            .count());
    assertEquals(
        chinook.askNumber(
            "SELECT count(*) FROM track WHERE track_id NOT IN (SELECT track_id FROM invoice_line)"),
        db.from(TRACK)
            .where(notExists(Select.from(INVOICE_LINE).where(INVOICE_LINE.track.refersTo(TRACK))))
            .count());
  }

  @EachDatabase
  void amountsAndTimesAreCompared(TestDatabase test) {
    Chinook chinook = Chinook.in(test);
    Database db = chinook.db();
    for (String amount : List.of("0.99", "1.98", "13.86", "25.86", "5.94", "8.90", "0", "-1")) {
      BigDecimal value = new BigDecimal(amount);
      for (String operator : List.of("=", "<", "<=", ">", ">=", "<>")) {
        Query<Invoice> all = db.from(INVOICE);
        Query<Invoice> some = all.where(
            switch (operator) {
              case "=" -> INVOICE.total.eq(value);
              case "<" -> INVOICE.total.lt(value);
              case "<=" -> INVOICE.total.le(value);
              case ">" -> INVOICE.total.gt(value);
              case ">=" -> INVOICE.total.ge(value);
              default -> INVOICE.total.ne(value);
            });
        assertEquals(
            chinook.askNumber(
                "SELECT count(*) FROM invoice WHERE total " + operator + " " + amount),
            some.count(),
            operator + amount);
      }
    }
    assertEquals(
        chinook.askNumber("SELECT count(*) FROM invoice WHERE total IN (0.99, 1.98, 13.86, 7)"),
        db.from(INVOICE)
            .where(INVOICE.total.in(List.of(
                new BigDecimal("0.99"),
                new BigDecimal("1.980"),
                new BigDecimal("13.86"),
                new BigDecimal("7"))))
            .count());
    assertEquals(
        chinook.askNumber("""
            SELECT count(*) FROM invoice
            WHERE invoice_date BETWEEN '2023-02-01 00:00:00' AND '2023-02-28 00:00:00'
            """),
        db.from(INVOICE)
            .where(INVOICE.invoiceDate.between(
                LocalDateTime.of(2023, 2, 1, 0, 0), LocalDateTime.of(2023, 2, 28, 0, 0)))
            .count());
    assertEquals(
        LocalDateTime.of(2025, 12, 22, 0, 0),
        db.from(INVOICE)
            .orderBy(INVOICE.invoiceDate.desc())
            .limit(1)
            .select(INVOICE.invoiceDate)
            .one());
    assertEquals(
        new BigDecimal("25.86"),
        db.from(INVOICE)
            .orderBy(INVOICE.total.desc())
            .limit(1)
            .select(INVOICE.total)
            .one());
  }

  @EachDatabase
  void nullsAreNeitherEqualNorUnequal(TestDatabase test) {
    Database db = Chinook.in(test).db();
    assertEquals(977, db.from(TRACK).where(TRACK.composer.isNull()).count());
    long queen = db.from(TRACK).where(TRACK.composer.eq("Queen")).count();
    assertEquals(
        3_503 - 977 - queen, db.from(TRACK).where(TRACK.composer.ne("Queen")).count());
    assertEquals(
        3_503 - 977 - queen,
        db.from(TRACK).where(not(TRACK.composer.eq("Queen"))).count());
    assertEquals(
        3_503 - queen,
        db.from(TRACK)
            .where(or(TRACK.composer.isNull(), TRACK.composer.ne("Queen")))
            .count());
  }

  @EachDatabase
  void textsAreMatchedAsJavaMatchesThem(TestDatabase test) {
    Database db = Chinook.in(test).db();
    List<Track> tracks = db.from(TRACK).list();
    for (String part :
        List.of("Love", "love", "ção", "ÇÃO", "É", "é", "%", "_", "\\", "'", "(Live)")) {
      assertEquals(
          tracks.stream().filter(track -> track.name().contains(part)).count(),
          db.from(TRACK).where(TRACK.name.contains(part)).count(),
          part);
      assertEquals(
          tracks.stream().filter(track -> track.name().startsWith(part)).count(),
          db.from(TRACK).where(TRACK.name.startsWith(part)).count(),
          part);
      assertEquals(
          tracks.stream().filter(track -> track.name().endsWith(part)).count(),
          db.from(TRACK).where(TRACK.name.endsWith(part)).count(),
          part);
      String folded = part.toLowerCase(Locale.ROOT);
      assertEquals(
          tracks.stream()
              .filter(track -> track.name().toLowerCase(Locale.ROOT).contains(folded))
              .count(),
          db.from(TRACK).where(TRACK.name.containsIgnoreCase(part)).count(),
          part);
    }
  }

  @EachDatabase
  void textsAreInTheOrderOfTheirCharacters(TestDatabase test) {
    Database db = Chinook.in(test).db();
    List<Artist> inJava = new ArrayList<>(db.from(ARTIST).list());
    Comparator<int[]> codePoints = Arrays::compare;
    inJava.sort(Comparator.comparing(
        artist -> Objects.requireNonNull(artist.name()).codePoints().toArray(), codePoints));
    assertEquals(inJava, db.from(ARTIST).orderBy(ARTIST.name.asc()).list());
    assertEquals(
        inJava.stream()
            .filter(artist -> Objects.requireNonNull(artist.name()).compareTo("M") < 0)
            .count(),
        db.from(ARTIST).where(ARTIST.name.lt("M")).count());
  }

  @EachDatabase
  void pagesMakeUpTheWhole(TestDatabase test) {
    Database db = Chinook.in(test).db();
    Query<Track> sorted = db.from(TRACK).orderBy(TRACK.milliseconds.desc(), TRACK.trackId.asc());
    List<Track> whole = sorted.list();
    List<Track> paged = new ArrayList<>();
    for (List<Track> page = sorted.limit(500).list();
        !page.isEmpty();
        page = sorted.limit(500).offset(paged.size()).list()) {
      paged.addAll(page);
    }
    assertEquals(whole, paged);
    assertEquals(3_503, new HashSet<>(paged).size());
  }

  @EachDatabase
  void longListsAreOneParameter(TestDatabase test) {
    Database db = Chinook.in(test).db();
    List<String> names = db.from(TRACK).select(TRACK.name).list();
    test.statements();
    assertEquals(3_503, db.from(TRACK).where(TRACK.name.in(names)).count());
    assertEquals(0, db.from(TRACK).where(TRACK.name.notIn(names)).count());
    for (String statement : test.statements()) {
      assertEquals(1, statement.chars().filter(c -> c == '?').count(), statement);
    }
  }
}
