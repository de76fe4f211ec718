package orm.test.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.api.expression.Expressions.exists;
import static orm.api.expression.Expressions.notExists;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.math.BigDecimal;
import java.util.List;
import orm.api.Database;
import orm.api.query.Select;
import orm.test.bookshop.Author;
import orm.test.bookshop.Author_;
import orm.test.bookshop.Book;
import orm.test.bookshop.Book_;
import orm.test.bookshop.Format;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Each table of a query has a name of its own there, whatever the database takes for equal. */
class AliasTest {

  @EachDatabase
  void namesThatDifferInCaseOnlyAreKeptApart(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    Author multatuli = db.insert(AUTHOR, new Author(null, "Multatuli", "NL"));
    Author silent = db.insert(AUTHOR, new Author(null, "Nescio", "NL"));
    Book ignored = db.insert(
        BOOK,
        new Book(
            null,
            "978-1",
            "Max Havelaar",
            null,
            new BigDecimal("12.50"),
            null,
            Format.PAPERBACK,
            AUTHOR.refTo(multatuli),
            null,
            true,
            0));
    Author_ upper = AUTHOR.as("X");
    Book_ lower = BOOK.as("x");
    Select<Book> books = Select.from(lower).where(lower.author.refersTo(upper));
    assertEquals(List.of(multatuli), db.from(upper).where(exists(books)).list());
    assertEquals(List.of(silent), db.from(upper).where(notExists(books)).list());
  }
}
