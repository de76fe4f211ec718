package orm.test.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.count;
import static orm.api.expression.Expressions.orderedBy;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.rowNumber;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import orm.api.Database;
import orm.api.error.InvalidQueryException;
import orm.api.error.MappingException;
import orm.api.query.Query;
import orm.api.query.Select;
import orm.test.bookshop.Author;
import orm.test.bookshop.Book;
import orm.test.bookshop.Book_;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * A query that contradicts itself is refused before the database is asked, with the fix in the
 * message.
 */
class RefusedQueryTest {
  private static void refused(TestDatabase test, Query<?> query, String... words) {
    test.statements();
    InvalidQueryException error = assertThrows(InvalidQueryException.class, query::list);
    for (String word : words) {
      assertTrue(String.valueOf(error.getMessage()).contains(word), error::getMessage);
    }
    assertEquals(List.of(), test.statements());
  }

  @EachDatabase
  void columnsOfTablesThatAreNotInTheQuery(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    refused(test, db.from(BOOK).where(AUTHOR.name.eq("x")), "Author", "reads Book");
    refused(test, db.from(AUTHOR).where(AUTHOR.as("a").name.eq("x")), "as a");
    refused(test, db.from(AUTHOR).orderBy(BOOK.title.asc()), "Book");
  }

  @EachDatabase
  void pathsToManyRowsOutsideExists(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    Book_ books = BOOK.author.inverse(AUTHOR, Book_::new);
    refused(test, db.from(AUTHOR).where(books.inPrint), "many rows", "any(");
    refused(test, db.from(books), "exists");
  }

  @EachDatabase
  void rowsThatMayBeMissingAsAWhole(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    refused(test, db.from(BOOK).select(BOOK.editor()), "may find nothing", "optional(");
  }

  @EachDatabase
  void nullsThatARowDoesNotTakeAreNamed(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    db.insert(AUTHOR, new Author(null, "Multatuli", null));
    Query<?> query = db.from(AUTHOR)
        .select(row(AUTHOR.name, AUTHOR.country.length(), AUTHOR.country).into((name, n, c) -> {
          int length = n;
          return name + length + c;
        }));
    MappingException error = assertThrows(MappingException.class, query::list);
    assertTrue(
        String.valueOf(error.getMessage()).contains("part 2 and part 3 (country) are null"),
        error::getMessage);
    assertEquals("country", error.column());
  }

  @EachDatabase
  @SuppressWarnings("NullAway") // these nulls are the mistake
  void aNullOperandIsAnErrorAtTheCall(TestDatabase test) {
    String none = null;
    assertTrue(String.valueOf(
            assertThrows(NullPointerException.class, () -> BOOK.title.eq(none)).getMessage())
        .contains("isNull()"));
  }

  @Test
  void negativeLimits() {
    Select<Book> all = Select.from(BOOK);
    assertThrows(IllegalArgumentException.class, () -> all.limit(-1));
    assertThrows(IllegalArgumentException.class, () -> all.offset(-1));
    assertThrows(IllegalArgumentException.class, () -> all.timeout(Duration.ofSeconds(-1)));
    assertThrows(IllegalStateException.class, () -> ((Query<?>) all).list());
  }

  @EachDatabase
  void windowsAndAggregatesWhereThereAreNone(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    var place = rowNumber().over(orderedBy(BOOK.id.asc()));
    refused(test, db.from(BOOK).where(place.le(3L)), "window", "asTable");
    refused(test, db.from(BOOK).groupBy(place).select(count()), "window", "asTable");
    refused(test, db.from(BOOK).select(BOOK.price.sum().max()), "aggregate", "over");
    assertEquals(
        List.of(0L),
        db.from(BOOK)
            .select(count().filter(BOOK.inPrint).filter(BOOK.id.gt(1L)).filter(BOOK.id.lt(9L)))
            .list());
  }
}
