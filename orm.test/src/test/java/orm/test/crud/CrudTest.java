package orm.test.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static orm.api.expression.Expressions.exists;
import static orm.api.expression.Expressions.or;
import static orm.api.expression.Expressions.row;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orm.api.Database;
import orm.api.error.StaleRowException;
import orm.api.model.EntityTable;
import orm.api.query.Select;
import orm.test.bookshop.Author;
import orm.test.bookshop.Book;
import orm.test.bookshop.Book_;
import orm.test.bookshop.Format;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Rows come back as they were written, and each call costs the statements that it must. */
class CrudTest {
  private static final List<EntityTable<?, ?>> TABLES = List.of(BOOK, AUTHOR);

  private static Author author(Database db) {
    return db.insert(AUTHOR, new Author(null, "Multatuli", "NL"));
  }

  static Book book(Author author, String isbn) {
    return new Book(
        null,
        isbn,
        "Max Havelaar",
        LocalDate.of(1860, 5, 17),
        new BigDecimal("12.50"),
        320,
        Format.PAPERBACK,
        AUTHOR.refTo(author),
        null,
        true,
        0);
  }

  @EachDatabase
  void insertReturnsTheRowAsStored(TestDatabase test) {
    Database db = test.with(TABLES);
    Author author = author(db);
    Book saved = db.insert(BOOK, book(author, "978-1"));
    assertEquals(2, test.statements().size());
    assertEquals(Optional.of(saved), db.find(BOOK, BOOK.keyOf(saved)));
    assertEquals(saved, db.get(BOOK.byIsbn, "978-1"));
    assertEquals(author, db.follow(saved.author()));
    assertEquals(3, test.statements().size());
  }

  @EachDatabase
  void updateChecksAndRaisesTheVersion(TestDatabase test) {
    Database db = test.with(TABLES);
    Book saved = db.insert(BOOK, book(author(db), "978-1"));
    test.statements();
    Book changed =
        db.update(BOOK, Book_.edit(saved).title("Minnebrieven").pages(null).done());
    assertEquals(1, test.statements().size());
    assertEquals(saved.version() + 1, changed.version());
    assertEquals(changed, db.get(BOOK, BOOK.keyOf(changed)));
    assertThrows(StaleRowException.class, () -> db.update(BOOK, saved));
    assertThrows(StaleRowException.class, () -> db.delete(BOOK, saved));
    db.delete(BOOK, changed);
    assertEquals(Optional.empty(), db.find(BOOK, BOOK.keyOf(changed)));
  }

  @EachDatabase
  void batchesKeepTheOrderOfTheirRows(TestDatabase test) {
    Database db = test.with(TABLES);
    Author author = author(db);
    List<Book> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(book(author, "978-" + (i * 7919 % 500)));
    }
    List<Book> saved = db.insertAll(BOOK, rows);
    assertEquals(
        rows.stream().map(Book::isbn).toList(), saved.stream().map(Book::isbn).toList());
    for (Book each : saved) {
      assertEquals(each, db.get(BOOK, BOOK.keyOf(each)));
    }
    test.statements();
    List<Book> changed = db.updateAll(
        BOOK, saved.stream().map(b -> Book_.edit(b).title(b.isbn()).done()).toList());
    assertEquals(1, test.statements().size());
    assertEquals(500, db.findAll(BOOK, saved.stream().map(BOOK::keyOf).toList()).size());
    assertEquals(changed.get(499), db.get(BOOK.byIsbn, changed.get(499).isbn()));
    assertThrows(
        StaleRowException.class, () -> db.updateAll(BOOK, List.of(changed.get(0), saved.get(1))));
    assertEquals(changed.get(0), db.get(BOOK, BOOK.keyOf(changed.get(0))));
    List<Book> upserted = db.upsertAll(
        BOOK, List.of(Book_.edit(changed.get(0)).title("again").done(), book(author, "978-new")));
    assertEquals("again", db.get(BOOK, BOOK.keyOf(changed.get(0))).title());
    assertEquals(db.get(BOOK.byIsbn, "978-new"), upserted.get(1));
  }

  @EachDatabase
  void queriesFilterSortAndJoinPaths(TestDatabase test) {
    Database db = test.with(TABLES);
    Author author = author(db);
    Author other = db.insert(AUTHOR, new Author(null, "Couperus", null));
    db.insertAll(
        BOOK,
        List.of(
            book(author, "1"),
            Book_.edit(book(other, "2"))
                .title("Eline Vere")
                .editor(AUTHOR.refTo(author))
                .done(),
            Book_.edit(book(other, "3"))
                .title("100% \\ _x")
                .published(null)
                .pages(12)
                .done()));
    test.statements();
    assertEquals(
        List.of("Eline Vere"),
        db.from(BOOK)
            .where(BOOK.editor().name.eq("Multatuli"))
            .select(BOOK.title)
            .list());
    assertEquals(1, test.statements().size());
    assertEquals(
        List.of("1", "2", "3"),
        db.from(BOOK)
            .orderBy(BOOK.published.asc(), BOOK.isbn.asc())
            .select(BOOK.isbn)
            .list());
    assertEquals(
        List.of("3", "2"),
        db.from(BOOK).orderBy(BOOK.isbn.desc()).limit(2).select(BOOK.isbn).list());
    assertEquals(
        List.of("2", "1"),
        db.from(BOOK).orderBy(BOOK.isbn.desc()).offset(1).select(BOOK.isbn).list());
    assertEquals(1, db.from(BOOK).where(BOOK.title.contains("% \\ _")).count());
    assertEquals(1, db.from(BOOK).where(BOOK.title.startsWith("100%")).count());
    assertEquals(0, db.from(BOOK).where(BOOK.title.contains("max")).count());
    assertEquals(1, db.from(BOOK).where(BOOK.title.containsIgnoreCase("max h")).count());
    assertEquals(1, db.from(BOOK).where(BOOK.title.like("M_x%")).count());
    assertEquals(2, db.from(BOOK).where(BOOK.isbn.in(List.of("1", "3", "9"))).count());
    assertEquals(0, db.from(BOOK).where(BOOK.isbn.in(List.of())).count());
    assertEquals(
        1,
        db.from(BOOK)
            .where(or(BOOK.pages.lt(100), BOOK.published.isNull()), BOOK.inPrint)
            .count());
    Book_ books = BOOK.author.inverse(AUTHOR, Book_::new);
    assertEquals(
        List.of("Couperus"),
        db.from(AUTHOR)
            .where(exists(Select.from(books).where(books.pages.eq(12))))
            .select(AUTHOR.name)
            .list());
    record Line(String title, String author, BigDecimal price) {}
    assertEquals(
        List.of(new Line("Max Havelaar", "Multatuli", new BigDecimal("12.50"))),
        db.from(BOOK)
            .where(
                BOOK.author.eq(AUTHOR.refTo(author)),
                BOOK.price.between(BigDecimal.ONE, BigDecimal.TEN.add(BigDecimal.TEN)))
            .select(row(BOOK.title, BOOK.author().name, BOOK.price).into(Line::new))
            .list());
    assertEquals(true, db.from(BOOK).exists());
  }
}
