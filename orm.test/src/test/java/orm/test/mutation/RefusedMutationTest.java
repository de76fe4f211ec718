package orm.test.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.and;
import static orm.api.expression.Expressions.excluded;
import static orm.api.expression.Expressions.not;
import static orm.api.expression.Expressions.or;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import orm.api.Database;
import orm.api.error.InvalidQueryException;
import orm.api.error.NotNullException;
import orm.api.error.OrmException;
import orm.api.error.ValueException;
import orm.api.model.Key;
import orm.api.query.Mutation;
import orm.api.query.Select;
import orm.test.bookshop.Book;
import orm.test.bookshop.Book_;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** A write that would do what nobody meant is refused before the database is asked. */
class RefusedMutationTest {
  private static void refused(
      Shop shop, Class<? extends OrmException> type, Mutation<?> mutation, String... words) {
    shop.statements();
    OrmException error = assertThrows(type, mutation::execute);
    for (String word : words) {
      assertTrue(String.valueOf(error.getMessage()).contains(word), error::getMessage);
    }
    assertEquals(List.of(), shop.statements());
  }

  @EachDatabase
  void predicatesThatAreAlwaysTrue(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    Class<InvalidQueryException> invalid = InvalidQueryException.class;
    refused(
        shop,
        invalid,
        db.update(BOOK).set(BOOK.title, "x").where(and()),
        "Cannot update Book",
        "every row",
        "all()");
    refused(shop, invalid, db.deleteFrom(BOOK).where(and()), "Cannot delete Book", "all()");
    refused(shop, invalid, db.deleteFrom(BOOK).where(BOOK.isbn.notIn(List.of())), "notIn");
    refused(shop, invalid, db.deleteFrom(BOOK).where(not(or())));
    refused(shop, invalid, db.deleteFrom(BOOK).where(and(), or(BOOK.inPrint, and())));
    assertEquals(0, db.deleteFrom(BOOK).where(or()).execute());
    assertEquals(0, db.deleteFrom(BOOK).where(and(), BOOK.id.eq(-1L)).execute());
    assertEquals(3, db.deleteFrom(BOOK).all().where(and()).execute());
  }

  @EachDatabase
  void requiredColumnsWithoutValue(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    refused(
        shop,
        NotNullException.class,
        db.update(BOOK).setNull(BOOK.title).all(),
        "Book.title",
        "required",
        "@Nullable");
    refused(
        shop,
        NotNullException.class,
        db.insertInto(BOOK).set(BOOK.isbn, "7"),
        "Book.title",
        "set(");
    refused(
        shop,
        InvalidQueryException.class,
        db.update(BOOK).setIf(BOOK.title, Optional.empty()).all(),
        "setIf");
  }

  private static void unstorable(Mutation<?> mutation, String place, String word) {
    ValueException error = assertThrows(ValueException.class, mutation::execute);
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(place) && message.contains(word), message);
  }

  @EachDatabase
  void valuesThatTheColumnCannotHold(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    unstorable(
        db.update(BOOK).set(BOOK.price, new BigDecimal("1.005")).all(), "Book.price", "digits");
    unstorable(
        db.update(BOOK).set(BOOK.isbn, "123456789012345678901").where(BOOK.id.eq(1L)),
        "Book.isbn",
        "20");
  }

  @EachDatabase
  void columnsThatAreNotThere(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    Class<InvalidQueryException> invalid = InvalidQueryException.class;
    Book_ other = BOOK.as("other");
    refused(shop, invalid, db.update(BOOK).set(other.title, "x").all(), "other.title", "instance");
    refused(
        shop, invalid, db.update(BOOK).set(BOOK.title, "x").set(BOOK.title, "y").all(), "twice");
    refused(shop, invalid, db.update(BOOK).set(BOOK.title, AUTHOR.name).all(), "Author");
    refused(shop, invalid, db.deleteFrom(BOOK).where(AUTHOR.name.eq("x")), "Author");
    refused(shop, invalid, db.update(BOOK).set(BOOK.title, excluded(BOOK.title)).all(), "excluded");
    refused(shop, invalid, db.update(BOOK).set(BOOK.pages, BOOK.pages.max()).all(), "aggregate");
    InvalidQueryException path = assertThrows(
        invalid, () -> db.deleteFrom(BOOK).all().returning(BOOK.author().name).list());
    assertTrue(String.valueOf(path.getMessage()).contains("returning"), path::getMessage);
    assertEquals(3, db.from(BOOK).count());
  }

  @EachDatabase
  @SuppressWarnings({"unchecked", "rawtypes"
  }) // what the compiler refuses, must fail at run time too
  void upsertsThatAreNotClear(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    Book book = Shop.book(shop.first(), "1", "1.00");
    refused(
        shop,
        InvalidQueryException.class,
        db.insertInto(BOOK).values(List.of(book, book)).onConflict(BOOK.byIsbn).overwrite(),
        "same isbn",
        "once");
    refused(
        shop,
        InvalidQueryException.class,
        db.insertInto(BOOK).values(book).onConflict((Key) AUTHOR).overwrite(),
        "another table");
    refused(
        shop,
        InvalidQueryException.class,
        db.insertInto(AUTHOR)
            .set(AUTHOR.name, AUTHOR.name)
            .from(Select.from(AUTHOR).union(Select.from(AUTHOR))),
        "asTable");
    assertEquals(
        1,
        db.insertInto(BOOK)
            .values(List.of(
                Book_.edit(book).isbn("7").done(), Book_.edit(book).isbn("7").done()))
            .onConflict(BOOK.byIsbn)
            .doNothing()
            .execute());
  }

  @EachDatabase
  @SuppressWarnings({"NullAway", "CheckReturnValue"}) // these nulls are the mistake
  void nullsAndNegativesAtTheCall(TestDatabase test) {
    Shop shop = Shop.open(test);
    String none = null;
    assertTrue(String.valueOf(assertThrows(
                NullPointerException.class, () -> shop.db().update(BOOK).set(BOOK.title, none))
            .getMessage())
        .contains("setNull"));
    Mutation<Book> all = shop.db().deleteFrom(BOOK).all();
    assertThrows(IllegalArgumentException.class, () -> all.expectRows(-1));
  }
}
