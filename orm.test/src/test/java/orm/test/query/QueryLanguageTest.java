package orm.test.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.count;
import static orm.api.expression.Expressions.denseRank;
import static orm.api.expression.Expressions.lag;
import static orm.api.expression.Expressions.many;
import static orm.api.expression.Expressions.optional;
import static orm.api.expression.Expressions.orderedBy;
import static orm.api.expression.Expressions.param;
import static orm.api.expression.Expressions.partitionBy;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.scalar;
import static orm.api.expression.Expressions.scalarNumber;
import static orm.api.expression.Expressions.tuple;
import static orm.api.expression.Expressions.value;
import static orm.api.expression.Expressions.when;
import static orm.api.query.Select.from;
import static orm.api.query.Select.recursive;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.error.InvalidQueryException;
import orm.api.error.OrmException;
import orm.api.expression.NumberColumn;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.Table;
import orm.api.query.Keyset;
import orm.api.query.Page;
import orm.api.query.QueryText;
import orm.api.query.Select;
import orm.test.bookshop.Author;
import orm.test.bookshop.Author_;
import orm.test.bookshop.Book;
import orm.test.bookshop.Book_;
import orm.test.bookshop.Format;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** What the query language says, on a shelf small enough to know the answers. */
class QueryLanguageTest {
  record Line(String title, String author, BigDecimal price) {}

  record CountryTotal(@Nullable String country, BigDecimal total, long books) {}

  record Place(String title, long place) {}

  record Step(int depth, String name) {}

  record AuthorBooks(String name, List<String> titles) {}

  record Pair(String author, Optional<Book> book) {}

  /** The rows of {@link Step}. */
  static final class Step_ extends Table<Step> {
    final NumberColumn<Step, Integer> depth = new NumberColumn<>(source, "depth", Integer.class);
    final TextColumn<Step> name = new TextColumn<>(source, "name");

    Step_(Source<Step> source) {
      super(
          "step", source, row -> new Step(row.nextInt(), row.nextText()), List.of("depth", "name"));
    }

    static Selectable<Step> row(Selectable<Integer> depth, Selectable<String> name) {
      return Selectable.of(row -> new Step(row.nextInt(), row.nextText()), List.of(depth, name));
    }
  }

  private static Book book(
      String isbn,
      String title,
      @Nullable LocalDate published,
      String price,
      @Nullable Integer pages,
      Author author) {
    return new Book(
        null,
        isbn,
        title,
        published,
        new BigDecimal(price),
        pages,
        Format.PAPERBACK,
        AUTHOR.refTo(author),
        null,
        true,
        0);
  }

  private static Database shelf(TestDatabase test) {
    Database db = test.with(List.of(AUTHOR, BOOK));
    Author dahl = db.insert(AUTHOR, new Author(null, "Dahl", "UK"));
    Author mulisch = db.insert(AUTHOR, new Author(null, "Mulisch", "NL"));
    Author nobody = db.insert(AUTHOR, new Author(null, "Élise", null));
    assertTrue(nobody.id() != null);
    db.insertAll(
        BOOK,
        List.of(
            book("1", "Matilda", LocalDate.of(1988, 10, 1), "10.00", 240, dahl),
            book("2", "The Twits", LocalDate.of(1980, 1, 31), "7.50", 95, dahl),
            book("3", "The Witches", null, "7.50", null, dahl),
            book("4", "De aanslag", LocalDate.of(1982, 9, 15), "12.25", 254, mulisch),
            book("5", "Siegfried", LocalDate.of(2001, 2, 1), "9.99", 170, mulisch)));
    return db;
  }

  @EachDatabase
  void groupsAndAggregates(TestDatabase test) {
    Database db = shelf(test);
    assertEquals(
        List.of(
            new CountryTotal("UK", new BigDecimal("25.00"), 3),
            new CountryTotal("NL", new BigDecimal("22.24"), 2)),
        db.from(BOOK)
            .groupBy(BOOK.author().country)
            .having(count().ge(2L))
            .orderBy(BOOK.price.sum().desc())
            .select(row(BOOK.author().country, BOOK.price.sum(), count()).into(CountryTotal::new))
            .list());
    assertEquals(
        List.of(5L, 4L, 189L),
        db.from(BOOK)
            .select(row(count(), BOOK.price.countDistinct(), BOOK.pages.asLong().avg())
                .into((all, prices, pages) -> List.of(all, prices, (long) (double) pages)))
            .one());
    assertEquals(
        2L,
        db.from(BOOK)
            .select(count().filter(BOOK.price.eq(new BigDecimal("7.5"))))
            .one());
    assertEquals(
        "Matilda, The Twits, The Witches",
        db.from(BOOK)
            .where(BOOK.author().name.eq("Dahl"))
            .select(BOOK.title.join(", "))
            .one());
    assertEquals(
        List.of(1980, 1982, 1988, 2001),
        db.from(BOOK)
            .where(BOOK.published.isNotNull())
            .groupBy(BOOK.published.year())
            .orderBy(BOOK.published.year().asc())
            .select(BOOK.published.year())
            .list());
    assertEquals(9.448, db.from(BOOK).select(BOOK.price.avg()).one(), 1e-9);
  }

  @EachDatabase
  void computedGroupsWithValues(TestDatabase test) {
    Database db = shelf(test);
    var length = when(BOOK.pages.coalesce(0).gt(200), "long").otherwise("short");
    assertEquals(
        List.of("long 2", "short 3"),
        db.from(BOOK)
            .groupBy(length)
            .orderBy(length.asc())
            .select(row(length, count()).into((name, n) -> name + " " + n))
            .list());
    var band =
        when(BOOK.price.lt(new BigDecimal("8")), new BigDecimal("7.5")).otherwise(BigDecimal.TEN);
    assertEquals(
        List.of("10 3", "7.5 2"),
        db.from(BOOK)
            .groupBy(band)
            .orderBy(band.desc())
            .select(row(band, count())
                .into((price, n) -> price.stripTrailingZeros().toPlainString() + " " + n))
            .list());
  }

  @EachDatabase
  void valuesAndFunctions(TestDatabase test) {
    Database db = shelf(test);
    Select<String> titles = from(BOOK).where(BOOK.id.eq(1L)).select(BOOK.title.upper());
    assertEquals("MATILDA", db.query(titles).one());
    assertEquals(
        List.of("élise", "ÉLISE"),
        db.from(AUTHOR)
            .where(AUTHOR.country.isNull())
            .select(row(AUTHOR.name.lower(), AUTHOR.name.upper()).into(List::of))
            .one());
    assertEquals(
        List.of(7, "ati", "M-tild-", 2),
        db.from(BOOK)
            .where(BOOK.isbn.eq("1"))
            .select(row(
                    BOOK.title.length(),
                    BOOK.title.substring(2, 3),
                    BOOK.title.replace("a", "-"),
                    BOOK.title.positionOf("a"))
                .into((a, b, c, d) -> List.<Object>of(a, b, c, d)))
            .one());
    assertEquals(
        List.of(new BigDecimal("11.000"), new BigDecimal("10.50"), 120, 2),
        db.from(BOOK)
            .where(BOOK.isbn.eq("1"))
            .select(row(
                    BOOK.price.times(new BigDecimal("1.1")),
                    BOOK.price.plus(new BigDecimal("0.5")),
                    BOOK.pages.dividedBy(2),
                    BOOK.pages.remainder(7))
                .into((a, b, c, d) -> List.<Object>of(a, b, c, d)))
            .one());
    assertThrows(
        OrmException.class, () -> db.from(BOOK).select(BOOK.pages.dividedBy(0)).list());
    assertEquals(
        List.of(LocalDate.of(1980, 2, 29), LocalDate.of(1980, 1, 1), LocalDate.of(1980, 1, 28)),
        db.from(BOOK)
            .where(BOOK.isbn.eq("2"))
            .select(row(
                    BOOK.published.plus(1, ChronoUnit.MONTHS),
                    BOOK.published.truncatedTo(ChronoUnit.YEARS),
                    BOOK.published.truncatedTo(ChronoUnit.WEEKS))
                .into((a, b, c) -> List.<Object>of(a, b, c)))
            .one());
    assertEquals(
        2L,
        db.from(BOOK)
            .where(
                BOOK.published.isDistinctFrom(LocalDate.of(1988, 10, 1)),
                BOOK.title.contains("i"),
                BOOK.pages.isDistinctFrom(170))
            .count());
  }

  @EachDatabase
  void joinsOfAllKinds(TestDatabase test) {
    Database db = shelf(test);
    Book_ books = AUTHOR.books();
    assertEquals(5, db.from(AUTHOR).join(books).select(books.title).list().size());
    List<Pair> pairs = db.from(AUTHOR)
        .leftJoin(books)
        .orderBy(AUTHOR.name.asc(), books.title.asc())
        .select(row(AUTHOR.name, optional(books)).into(Pair::new))
        .list();
    assertEquals(6, pairs.size());
    assertEquals(Optional.empty(), pairs.get(5).book());
    assertEquals("Élise", pairs.get(5).author());
    Author_ other = AUTHOR.as("other");
    assertEquals(9, db.from(AUTHOR).crossJoin(other).count());
    assertEquals(
        List.of("Dahl<Mulisch", "Dahl<Élise", "Mulisch<Élise"),
        db.from(AUTHOR)
            .join(other, AUTHOR.name.lt(other.name))
            .orderBy(AUTHOR.name.asc(), other.name.asc())
            .select(AUTHOR.name.concat("<").concat(other.name))
            .list());
    assertEquals(
        6,
        db.from(BOOK)
            .fullJoin(other, BOOK.author.refersTo(other))
            .select(row(optional(BOOK), optional(other)).into(List::of))
            .list()
            .size());
    assertEquals(6, db.from(BOOK).rightJoin(other, BOOK.author.refersTo(other)).count());
    assertTrue(db.from(BOOK).leftJoin(other, BOOK.editor.refersTo(other)).exists());
    assertEquals(
        6,
        db.from(BOOK)
            .rightJoin(other, BOOK.author.refersTo(other))
            .select(other.name)
            .list()
            .size());
  }

  @EachDatabase
  void relationsAsConditions(TestDatabase test) {
    Database db = shelf(test);
    BigDecimal nine = new BigDecimal("9");
    assertEquals(
        List.of("Dahl", "Mulisch"),
        names(db, from(AUTHOR).where(AUTHOR.books().any(AUTHOR.books().price.gt(nine)))));
    assertEquals(
        List.of("Mulisch", "Élise"),
        names(db, from(AUTHOR).where(AUTHOR.books().every(AUTHOR.books().price.gt(nine)))));
    assertEquals(List.of("Élise"), names(db, from(AUTHOR).where(AUTHOR.books().none())));
    assertEquals(
        List.of("Dahl"),
        names(
            db,
            from(AUTHOR)
                .where(AUTHOR.id.in(
                    from(BOOK).where(BOOK.pages.isNull()).select(BOOK.author.key())))));
    assertEquals(
        List.of("Élise"),
        names(
            db,
            from(AUTHOR)
                .where(
                    AUTHOR.country.notIn(from(AUTHOR).select(AUTHOR.country)).isNotTrue(),
                    AUTHOR.country.isNull())));
  }

  private static List<String> names(Database db, Select<Author> authors) {
    return db.query(authors.orderBy(AUTHOR.name.asc()).select(AUTHOR.name)).list();
  }

  @EachDatabase
  void subqueriesTuplesAndWindows(TestDatabase test) {
    Database db = shelf(test);
    Book_ other = BOOK.as("other");
    assertEquals(
        List.of("De aanslag", "Matilda"),
        db.from(BOOK)
            .where(BOOK.price.eq(
                scalar(from(other).where(other.author.eq(BOOK.author)).select(other.price.max()))))
            .orderBy(BOOK.title.asc())
            .select(BOOK.title)
            .list());
    assertEquals(
        List.of("The Twits", "The Witches"),
        db.from(BOOK)
            .where(
                tuple(BOOK.author.key(), BOOK.price)
                    .in(from(other)
                        .groupBy(other.author.key())
                        .select(row(other.author.key(), other.price.min()).into(List::of))),
                BOOK.author().name.eq("Dahl"))
            .orderBy(BOOK.title.asc())
            .select(BOOK.title)
            .list());
    assertEquals(
        List.of(
            new Place("De aanslag", 1),
            new Place("Matilda", 1),
            new Place("Siegfried", 2),
            new Place("The Twits", 2),
            new Place("The Witches", 2)),
        db.from(BOOK)
            .orderBy(BOOK.title.asc())
            .select(row(
                    BOOK.title,
                    denseRank().over(partitionBy(BOOK.author).orderBy(BOOK.price.desc())))
                .into(Place::new))
            .list());
    assertEquals(
        List.of("10.00", "17.50", "25.00", "37.25", "47.24"),
        db
            .from(BOOK)
            .orderBy(BOOK.id.asc())
            .select(BOOK.price.sum().over(orderedBy(BOOK.id.asc())))
            .list()
            .stream()
            .map(BigDecimal::toPlainString)
            .toList());
    List<String> before = db.from(BOOK)
        .orderBy(BOOK.id.asc())
        .select(lag(BOOK.title, 1).over(orderedBy(BOOK.id.asc())))
        .list();
    assertEquals("Matilda", before.get(1));
    assertEquals(
        List.of(3L, 2L, 0L),
        db.from(AUTHOR)
            .orderBy(AUTHOR.id.asc())
            .select(scalarNumber(from(AUTHOR.books()).select(count())))
            .list());
  }

  @EachDatabase
  void tablesMadeOfQueries(TestDatabase test) {
    Database db = shelf(test);
    Step_ lengths = from(BOOK)
        .where(BOOK.pages.isNotNull())
        .select(Step_.row(BOOK.pages.plus(1), BOOK.title))
        .asTable("lengths", Step_::new);
    assertEquals(
        List.of(new Step(241, "Matilda"), new Step(255, "De aanslag")),
        db.from(lengths)
            .where(lengths.depth.gt(200))
            .orderBy(lengths.depth.asc())
            .list());
    Step_ common = from(BOOK)
        .where(BOOK.pages.isNotNull())
        .select(Step_.row(BOOK.pages, BOOK.title))
        .asCommonTable("steps", Step_::new);
    assertEquals(
        "De aanslag",
        db.from(common)
            .where(common.depth.eq(scalar(from(common).select(common.depth.max()))))
            .select(common.name)
            .one());
    Book_ cheap =
        from(BOOK).orderBy(BOOK.price.asc(), BOOK.id.asc()).limit(2).asTable("cheap", Book_::new);
    assertEquals(
        List.of("The Twits by Dahl", "The Witches by Dahl"),
        db.from(cheap)
            .orderBy(cheap.id.asc())
            .select(cheap.title.concat(" by ").concat(cheap.author().name))
            .list());
    Step_ numbers = recursive(
        "numbers",
        Step_::new,
        from(AUTHOR).where(AUTHOR.name.eq("Dahl")).select(Step_.row(value(1), AUTHOR.name)),
        last -> from(last)
            .where(last.depth.lt(4))
            .select(Step_.row(last.depth.plus(1), last.name.concat("!"))));
    assertEquals(
        List.of(
            new Step(1, "Dahl"),
            new Step(2, "Dahl!"),
            new Step(3, "Dahl!!"),
            new Step(4, "Dahl!!!")),
        db.from(numbers).orderBy(numbers.depth.asc()).list());
    assertEquals(
        List.of("Dahl!!", "Dahl!!!", "Mulisch", "Élise"),
        db.query(from(numbers)
                .where(numbers.depth.gt(2))
                .select(numbers.name)
                .union(from(AUTHOR).where(AUTHOR.name.ne("Dahl")).select(AUTHOR.name))
                .orderBy(numbers.name.asc()))
            .list());
  }

  @EachDatabase
  void combinedQueries(TestDatabase test) {
    Database db = shelf(test);
    Select<String> names = from(AUTHOR).select(AUTHOR.name);
    Select<String> titles = from(BOOK).orderBy(BOOK.title.asc()).limit(2).select(BOOK.title);
    assertEquals(
        List.of("Dahl", "De aanslag", "Matilda", "Mulisch", "Élise"),
        db.query(names.union(titles).orderBy(AUTHOR.name.asc())).list());
    assertEquals(
        List.of("Mulisch"),
        db.query(names
                .union(titles)
                .except(from(BOOK).select(BOOK.title))
                .intersect(from(AUTHOR).where(AUTHOR.country.eq("NL")).select(AUTHOR.name)))
            .list());
    assertEquals(6, db.query(names.unionAll(names)).count());
    assertTrue(db.query(names.union(titles)).exists());
    assertThrows(
        IllegalStateException.class, () -> names.union(titles).where(AUTHOR.country.isNull()));
  }

  @EachDatabase
  void distinctRows(TestDatabase test) {
    Database db = shelf(test);
    assertEquals(4, db.from(BOOK).distinct().select(BOOK.price).list().size());
    assertEquals(4, db.from(BOOK).distinct().select(BOOK.price).count());
    assertEquals(
        List.of("Matilda", "De aanslag"),
        db.from(BOOK)
            .distinctOn(BOOK.author)
            .orderBy(BOOK.author.key().asc(), BOOK.price.desc())
            .select(BOOK.title)
            .list());
    InvalidQueryException error = assertThrows(
        InvalidQueryException.class,
        () -> db.from(BOOK).distinct().orderBy(BOOK.id.asc()).select(BOOK.price).list());
    assertTrue(String.valueOf(error.getMessage()).contains("Book.id"), error::getMessage);
  }

  @EachDatabase
  @SuppressWarnings("NullAway") // the null is what is refused
  void tuplesAreLookedForInValues(TestDatabase test) {
    Database db = shelf(test);
    record Offer(String title, BigDecimal price, Integer pages) {}
    List<Offer> offers = List.of(
        new Offer("Matilda", BigDecimal.TEN, 240),
        new Offer("The Twits", new BigDecimal("7.51"), 95),
        new Offer("The Witches", new BigDecimal("7.5"), 1));
    test.statements();
    assertEquals(
        List.of("1", "3"),
        db.from(BOOK)
            .where(tuple(BOOK.title, BOOK.price).in(offers, Offer::title, Offer::price))
            .orderBy(BOOK.isbn.asc())
            .select(BOOK.isbn)
            .list());
    assertEquals(1, test.statements().size());
    assertEquals(
        List.of("1"),
        db.from(BOOK)
            .where(tuple(BOOK.title.lower(), BOOK.price, BOOK.pages)
                .in(offers, o -> o.title().toLowerCase(Locale.ROOT), Offer::price, Offer::pages))
            .select(BOOK.isbn)
            .list());
    assertEquals(
        List.of("2", "4", "5"),
        db.from(BOOK)
            .where(tuple(BOOK.title, BOOK.price).notIn(offers, Offer::title, Offer::price))
            .orderBy(BOOK.isbn.asc())
            .select(BOOK.isbn)
            .list());
    assertEquals(
        0,
        db.from(BOOK)
            .where(tuple(BOOK.title, BOOK.price).in(List.<Offer>of(), Offer::title, Offer::price))
            .count());
    NullPointerException error = assertThrows(
        NullPointerException.class,
        () -> tuple(BOOK.title, BOOK.pages)
            .in(List.of(new Offer("x", BigDecimal.ONE, null)), Offer::title, Offer::pages));
    assertTrue(String.valueOf(error.getMessage()).contains("null"), error::getMessage);
  }

  @EachDatabase
  void listsInsideRows(TestDatabase test) {
    Database db = shelf(test);
    Book_ books = AUTHOR.books();
    test.statements();
    assertEquals(
        List.of(
            new AuthorBooks("Dahl", List.of("Matilda", "The Twits")),
            new AuthorBooks("Mulisch", List.of("De aanslag", "Siegfried")),
            new AuthorBooks("Élise", List.of())),
        db.from(AUTHOR)
            .orderBy(AUTHOR.name.asc())
            .select(row(
                    AUTHOR.name,
                    many(from(books).orderBy(books.title.asc()).limit(2).select(books.title)))
                .into(AuthorBooks::new))
            .list());
    assertEquals(2, test.statements().size());
    QueryText shown = db.from(AUTHOR)
        .where(AUTHOR.name.eq("Mulisch"))
        .select(row(
                AUTHOR.name,
                many(from(books).where(books.title.startsWith("De")).select(books.title)))
            .into(AuthorBooks::new))
        .text();
    assertEquals(List.of("Mulisch"), shown.values());
    assertEquals(1, shown.lists().size());
    assertTrue(shown.lists().get(0).values().contains("<keys>"), shown::toString);
    assertTrue(shown.lists().get(0).text().contains("book"), shown::toString);
    assertEquals(List.of(), test.statements());
    record Tree(Author author, List<Leaf> leaves) {}
    List<Tree> trees = db.from(AUTHOR)
        .where(AUTHOR.name.ne("Élise"))
        .orderBy(AUTHOR.name.desc())
        .select(row(
                AUTHOR,
                many(from(books)
                    .where(books.price.lt(new BigDecimal("10.5")))
                    .orderBy(books.price.desc(), books.id.asc())
                    .select(row(
                            books.title,
                            books.author().name,
                            scalarNumber(from(books.author().books()).select(count())))
                        .into(Leaf::new))))
            .into(Tree::new))
        .list();
    assertEquals(List.of(1, 3), trees.stream().map(tree -> tree.leaves().size()).toList());
    assertEquals(
        List.of("Siegfried"), trees.get(0).leaves().stream().map(Leaf::title).toList());
    assertEquals("Mulisch", trees.get(0).author().name());
  }

  record Leaf(String title, String author, Long size) {}

  @EachDatabase
  void streamsAndPages(TestDatabase test) {
    Database db = shelf(test);
    assertEquals(List.of(5L), db.from(BOOK).stream(rows -> List.of(rows.count())));
    List<String> seen = new ArrayList<>();
    db.from(BOOK).orderBy(BOOK.id.asc()).select(BOOK.isbn).forEach(seen::add);
    assertEquals(List.of("1", "2", "3", "4", "5"), seen);
    var escaped = db.from(BOOK).stream(rows -> rows);
    assertThrows(IllegalStateException.class, escaped::findFirst);

    List<String> forwards = new ArrayList<>();
    var query = db.from(BOOK).orderBy(BOOK.price.asc(), BOOK.published.desc());
    Page<Book> page = query.page(Keyset.first(2));
    assertFalse(page.previous().isPresent());
    while (true) {
      page.rows().forEach(each -> forwards.add(each.isbn()));
      if (page.next().isEmpty()) {
        break;
      }
      page = query.page(Keyset.after(page.next().get(), 2));
    }
    assertEquals(List.of("2", "3", "5", "1", "4"), forwards);
    Page<Book> back = query.page(Keyset.before(page.previous().orElseThrow(), 2));
    assertEquals(List.of("5", "1"), back.rows().stream().map(Book::isbn).toList());
    String cursor = back.next().orElseThrow();
    assertThrows(
        InvalidQueryException.class,
        () -> db.from(BOOK).orderBy(BOOK.title.asc()).page(Keyset.after(cursor, 2)));
    String altered = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
    assertThrows(InvalidQueryException.class, () -> query.page(Keyset.after(altered, 2)));
  }

  private static final Param<BigDecimal> MAX = param("max", BigDecimal.class);

  private static final Select<String> CHEAP =
      from(BOOK).where(BOOK.price.lt(MAX)).orderBy(BOOK.id.asc()).select(BOOK.isbn);

  @EachDatabase
  void constantsWithParameters(TestDatabase test) {
    Database db = shelf(test);
    assertEquals(
        List.of("2", "3"), db.query(CHEAP).bind(MAX, new BigDecimal("9")).list());
    assertEquals(
        List.of("2", "3", "5"), db.query(CHEAP).bind(MAX, BigDecimal.TEN).list());
    InvalidQueryException error =
        assertThrows(InvalidQueryException.class, () -> db.query(CHEAP).list());
    assertTrue(String.valueOf(error.getMessage()).contains("max"), error::getMessage);
    assertFalse(db.query(CHEAP).bind(MAX, BigDecimal.TEN).explain().isEmpty());
    assertEquals(List.of("10"), db.query(CHEAP).bind(MAX, BigDecimal.TEN).text().values());
  }

  @EachDatabase
  void locksNeedATransaction(TestDatabase test) {
    Database db = shelf(test);
    assertThrows(InvalidQueryException.class, () -> db.from(BOOK).forUpdate().list());
    Book locked =
        db.transaction(tx -> tx.from(BOOK).where(BOOK.isbn.eq("1")).forUpdate().one());
    assertEquals("Matilda", locked.title());
  }

  @EachDatabase
  void mistakesThatOnlyPlanningSees(TestDatabase test) {
    Database db = shelf(test);
    refused(() -> db.from(BOOK).where(BOOK.price.sum().gt(BigDecimal.ONE)).list(), "having");
    refused(
        () -> db.from(BOOK).select(row(BOOK.title, count()).into(List::of)).list(), "Book.title");
    refused(
        () -> db.from(BOOK).select(BOOK.published.plus(1, ChronoUnit.HOURS)).list(),
        "hours to Book.published");
    refused(() -> db.from(BOOK).join(AUTHOR).list(), "without a condition");
    refused(() -> db.from(BOOK).join(BOOK, BOOK.id.eq(1L)).list(), "twice");
    refused(() -> db.from(AUTHOR).select(many(from(BOOK))).list(), "path");
    refused(
        () -> db.from(AUTHOR)
            .where(AUTHOR.id.in(from(BOOK).select(row(BOOK.id, BOOK.id).into((a, b) -> a))))
            .list(),
        "2 columns");
  }

  private static void refused(Runnable query, String word) {
    OrmException error = assertThrows(OrmException.class, query::run);
    assertTrue(String.valueOf(error.getMessage()).contains(word), error::getMessage);
  }
}
