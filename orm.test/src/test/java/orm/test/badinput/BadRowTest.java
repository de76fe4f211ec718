package orm.test.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;
import static orm.test.bookshop.Measure_.MEASURE;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import orm.api.Database;
import orm.api.error.CheckException;
import orm.api.error.DuplicateKeyException;
import orm.api.error.ErrorCode;
import orm.api.error.ForeignKeyException;
import orm.api.error.NotNullException;
import orm.api.error.OrmException;
import orm.api.error.RowCountException;
import orm.api.error.RowNotFoundException;
import orm.api.error.StatementException;
import orm.api.error.TransactionException;
import orm.api.error.ValueException;
import orm.api.model.EntityTable;
import orm.test.bookshop.Author;
import orm.test.bookshop.Book;
import orm.test.bookshop.Book_;
import orm.test.bookshop.Format;
import orm.test.bookshop.Measure;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** A wrong row gets a typed error that names the place, and nothing is stored. */
class BadRowTest {
  private static final List<EntityTable<?, ?>> TABLES = List.of(BOOK, AUTHOR, MEASURE);

  private static Book book(Author author) {
    return new Book(
        null,
        "978-1",
        "secret title",
        null,
        new BigDecimal("1.00"),
        null,
        Format.EBOOK,
        AUTHOR.refTo(author),
        null,
        true,
        0);
  }

  private static Author author(Database db) {
    return db.insert(AUTHOR, new Author(null, "a", null));
  }

  /** The error, which must name entity and component, and hold no value of the row. */
  private static <X extends OrmException> X refused(
      Class<X> type, ErrorCode code, String entity, String column, Executable call) {
    X error = assertThrows(type, call);
    assertEquals(code, error.code());
    assertEquals(entity, error.entity());
    assertEquals(column, error.column());
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      assertFalse(String.valueOf(cause.getMessage()).contains("secret"), cause::toString);
    }
    assertTrue(String.valueOf(error.getMessage()).startsWith("ORM-" + code.number()));
    return error;
  }

  @EachDatabase
  @SuppressWarnings("NullAway") // this null is the mistake
  void nullForARequiredComponentIsRefusedBeforeTheDatabaseIsAsked(TestDatabase test) {
    Database db = test.with(TABLES);
    Book book = book(author(db));
    test.statements();
    refused(
        NotNullException.class,
        ErrorCode.NOT_NULL,
        "Book",
        "title",
        () -> db.insert(BOOK, Book_.edit(book).title(null).done()));
    refused(
        NotNullException.class,
        ErrorCode.NOT_NULL,
        "Book",
        "title",
        () -> db.insertAll(BOOK, List.of(book, Book_.edit(book).title(null).done())));
    assertEquals(0, db.from(BOOK).count());
  }

  @EachDatabase
  void textOverItsLengthCountsCodePoints(TestDatabase test) {
    Database db = test.with(TABLES);
    Book book = book(author(db));
    Book smiling = db.insert(BOOK, Book_.edit(book).isbn("😀".repeat(20)).done());
    assertEquals(smiling, db.get(BOOK.byIsbn, "😀".repeat(20)));
    refused(
        ValueException.class,
        ErrorCode.TEXT_TOO_LONG,
        "Book",
        "isbn",
        () -> db.insert(BOOK, Book_.edit(book).isbn("x".repeat(21)).done()));
    assertEquals(1, db.from(BOOK).count());
  }

  @EachDatabase
  void aDecimalThatDoesNotFitIsNeverRounded(TestDatabase test) {
    Database db = test.with(TABLES);
    Book book = book(author(db));
    for (String price : List.of("1.001", "10000000000", "1E+30", "1E-30")) {
      refused(
          ValueException.class,
          ErrorCode.OUT_OF_RANGE,
          "Book",
          "price",
          () -> db.insert(BOOK, Book_.edit(book).price(new BigDecimal(price)).done()));
    }
    Book most =
        db.insert(BOOK, Book_.edit(book).price(new BigDecimal("9999999999.99")).done());
    assertEquals(most, db.get(BOOK, BOOK.keyOf(most)));
    assertEquals(
        1, db.from(BOOK).where(BOOK.price.gt(new BigDecimal("9999999999.985"))).count());
    assertEquals(0, db.from(BOOK).where(BOOK.price.gt(new BigDecimal("1E+40"))).count());
    assertEquals(1, db.from(BOOK).where(BOOK.price.lt(new BigDecimal("1E+40"))).count());
    assertEquals(
        ErrorCode.OUT_OF_RANGE,
        assertThrows(
                ValueException.class,
                () ->
                    db.from(BOOK).where(BOOK.price.eq(new BigDecimal("0.001"))).count())
            .code());
  }

  @EachDatabase
  void textThatNoDatabaseHoldsExactlyIsRefused(TestDatabase test) {
    Database db = test.with(TABLES);
    for (String note : List.of("a\0b", "half \ud83d", "\ude00 half")) {
      refused(
          ValueException.class,
          ErrorCode.UNSTORABLE_VALUE,
          "Measure",
          "note",
          () -> db.insert(MEASURE, new Measure(1, 1.5, note)));
    }
    assertEquals(0, db.from(MEASURE).count());
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "SQLite would keep NaN as null; PostgreSQL has it")
  void notANumberIsRefusedWhereTheDatabaseLacksIt(TestDatabase test) {
    Database db = test.with(TABLES);
    refused(
        ValueException.class,
        ErrorCode.UNSTORABLE_VALUE,
        "Measure",
        "reading",
        () -> db.insert(MEASURE, new Measure(1, Double.NaN, "n")));
    assertEquals(0, db.from(MEASURE).count());
  }

  @EachDatabase
  void aDuplicateKeyNamesItsComponent(TestDatabase test) {
    Database db = test.with(TABLES);
    Author author = author(db);
    db.insert(BOOK, book(author));
    DuplicateKeyException error = refused(
        DuplicateKeyException.class,
        ErrorCode.DUPLICATE_KEY,
        "Book",
        "isbn",
        () -> db.insert(BOOK, book(author)));
    assertTrue(String.valueOf(error.getMessage()).contains("book.isbn must be unique"));
    assertNotNull(error.sqlState());
    assertNotNull(error.fix());
    db.insert(MEASURE, new Measure(1, 1, "n"));
    refused(
        DuplicateKeyException.class,
        ErrorCode.DUPLICATE_KEY,
        "Measure",
        "id",
        () -> db.insert(MEASURE, new Measure(1, 2, "m")));
    refused(
        DuplicateKeyException.class,
        ErrorCode.DUPLICATE_KEY,
        "Measure",
        "id",
        () -> db.insertAll(MEASURE, List.of(new Measure(2, 2, "m"), new Measure(1, 2, "m"))));
    assertEquals(1, db.from(MEASURE).count());
  }

  @EachDatabase
  void aReferenceToNoRowIsTyped(TestDatabase test) {
    Database db = test.with(TABLES);
    Author author = author(db);
    assertEquals(
        ErrorCode.FOREIGN_KEY,
        assertThrows(
                ForeignKeyException.class,
                () -> db.insert(
                    BOOK, Book_.edit(book(author)).author(AUTHOR.ref(99L)).done()))
            .code());
    Author editor = author(db);
    Book saved =
        db.insert(BOOK, Book_.edit(book(author)).editor(AUTHOR.refTo(editor)).done());
    assertThrows(ForeignKeyException.class, () -> db.delete(AUTHOR, editor));
    assertEquals(saved, db.get(BOOK, BOOK.keyOf(saved)));
  }

  @EachDatabase
  void aFailedCheckNamesItsComponent(TestDatabase test) {
    Database db = test.with(TABLES);
    Book book = book(author(db));
    refused(
        CheckException.class,
        ErrorCode.CHECK_FAILED,
        "Book",
        "price",
        () -> db.insert(BOOK, Book_.edit(book).price(BigDecimal.ZERO).done()));
    assertEquals(0, db.from(BOOK).count());
  }

  @EachDatabase
  void aMissingRowIsTyped(TestDatabase test) {
    Database db = test.with(TABLES);
    assertEquals(
        ErrorCode.ROW_NOT_FOUND,
        assertThrows(RowNotFoundException.class, () -> db.get(BOOK, 7L)).code());
    assertThrows(RowNotFoundException.class, () -> db.follow(AUTHOR.ref(7L)));
    assertThrows(RowCountException.class, () -> db.from(BOOK).one());
    author(db);
    author(db);
    assertThrows(RowCountException.class, () -> db.from(AUTHOR).find());
    assertThrows(RowCountException.class, () -> db.from(AUTHOR).one());
  }

  @EachDatabase
  void aTableThatIsNotThereIsTyped(TestDatabase test) {
    Database db = test.db();
    assertEquals(
        ErrorCode.SCHEMA_MISMATCH,
        assertThrows(StatementException.class, () -> db.from(BOOK).list()).code());
  }

  @EachDatabase
  void aClosedDatabaseIsTyped(TestDatabase test) {
    Database db = test.with(TABLES);
    db.close();
    db.close();
    assertEquals(
        ErrorCode.DATABASE_CLOSED,
        assertThrows(TransactionException.class, () -> db.find(BOOK, 1L)).code());
    assertEquals(
        ErrorCode.DATABASE_CLOSED,
        assertThrows(TransactionException.class, () -> db.inTransaction(tx -> {}))
            .code());
  }
}
