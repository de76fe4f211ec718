package orm.test.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.excluded;
import static orm.api.expression.Expressions.now;
import static orm.api.expression.Expressions.row;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;
import static orm.test.shop.CardPayment_.CARD_PAYMENT;
import static orm.test.shop.CashPayment_.CASH_PAYMENT;
import static orm.test.shop.Delivery_.DELIVERY;
import static orm.test.shop.OrderLine_.ORDER_LINE;
import static orm.test.shop.Order_.ORDER;
import static orm.test.shop.Payment_.PAYMENT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.DuplicateKeyException;
import orm.api.error.InvalidQueryException;
import orm.api.error.RowCountException;
import orm.api.error.TransactionFailedException;
import orm.api.query.Mutation;
import orm.api.query.Select;
import orm.test.bookshop.Author;
import orm.test.bookshop.Author_;
import orm.test.bookshop.Book;
import orm.test.bookshop.Book_;
import orm.test.bookshop.Format;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.test.shop.CurrencyConverter;
import orm.test.shop.Delivery;
import orm.test.shop.Order;
import orm.test.shop.OrderLine;
import orm.test.shop.OrderLine_;
import orm.test.shop.Payment;

/** What inserts, updates and deletes change, count and give back. */
class MutationTest {
  @EachDatabase
  void updatesChooseByPredicateAndRaiseTheVersion(TestDatabase test) {
    Shop shop = Shop.open(test);
    long changed = shop.db()
        .update(BOOK)
        .set(BOOK.title, "new")
        .set(BOOK.format, Format.EBOOK)
        .setNull(BOOK.pages)
        .setIf(BOOK.inPrint, Optional.of(false))
        .setIf(BOOK.published, Optional.empty())
        .where(BOOK.author.eq(AUTHOR.refTo(shop.second())))
        .execute();
    assertEquals(2, changed);
    assertEquals(1, test.statements().size());
    Book before = shop.books().get(1);
    assertEquals(
        Book_.edit(before)
            .title("new")
            .format(Format.EBOOK)
            .pages(null)
            .inPrint(false)
            .version(before.version() + 1)
            .done(),
        shop.stored(1));
    assertEquals(shop.books().get(0), shop.stored(0));
    assertEquals(3, shop.db().update(BOOK).set(BOOK.version, 40L).all().execute());
    assertEquals(40, shop.stored(0).version());
    assertEquals(
        1,
        shop.db()
            .update(BOOK)
            .set(BOOK.editor, AUTHOR.refTo(shop.second()))
            .where(BOOK.inPrint)
            .where(BOOK.isbn.eq("1"))
            .execute());
    assertEquals(AUTHOR.refTo(shop.second()), shop.stored(0).editor());
    assertEquals(
        0, shop.db().update(BOOK).set(BOOK.title, "x").where(BOOK.id.eq(-1L)).execute());
  }

  @EachDatabase
  void computedDecimalsAreRoundedHalfUpOnEveryDatabase(TestDatabase test) {
    Shop shop = Shop.open(test);
    assertEquals(
        3,
        shop.db()
            .update(BOOK)
            .set(BOOK.price, BOOK.price.times(new BigDecimal("1.1")))
            .all()
            .execute());
    // 13.750, 8.085 and 33.055
    assertEquals(new BigDecimal("13.75"), shop.stored(0).price());
    assertEquals(new BigDecimal("8.09"), shop.stored(1).price());
    assertEquals(new BigDecimal("33.06"), shop.stored(2).price());
    long changed = shop.db()
        .update(BOOK)
        .set(BOOK.price, BOOK.price.plus(BigDecimal.ONE))
        .where(BOOK.id.eq(shop.id(0)))
        .execute();
    assertEquals(1, changed);
    assertEquals(new BigDecimal("14.75"), shop.stored(0).price());
    shop.db().update(BOOK).set(BOOK.price, BigDecimal.TEN).all().execute();
    assertEquals(new BigDecimal("10.00"), shop.stored(0).price());
  }

  @EachDatabase
  void updatesUseOtherTables(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    assertEquals(
        2,
        db.update(BOOK)
            .set(BOOK.title, BOOK.author().name)
            .where(BOOK.author().country.eq("BE"))
            .execute());
    assertEquals("Elsschot", shop.stored(1).title());
    assertEquals("title 1", shop.stored(0).title());
    assertEquals(
        3,
        db.update(BOOK)
            .set(BOOK.title, BOOK.editor().name.coalesce("none"))
            .all()
            .execute());
    assertEquals("none", shop.stored(0).title());
    assertEquals("Multatuli", shop.stored(1).title());
    Author_ other = AUTHOR.as("other");
    Book_ same = BOOK.as("same");
    assertEquals(
        1,
        db.update(BOOK)
            .set(BOOK.title, other.name.concat("!"))
            .from(other, BOOK.author.refersTo(other))
            .where(other.country.eq("NL"), BOOK.inPrint)
            .execute());
    assertEquals("Multatuli!", shop.stored(0).title());
    assertEquals(
        2,
        db.update(BOOK)
            .set(BOOK.pages, 1)
            .where(BOOK.author.in(Select.from(same).where(same.isbn.eq("2")).select(same.author)))
            .execute());
  }

  @EachDatabase
  void deletesUseOtherTables(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    assertEquals(
        List.of("2"),
        db.deleteFrom(BOOK)
            .where(BOOK.editor().country.eq("NL"), BOOK.pages.gt(1))
            .returning(BOOK.isbn)
            .list());
    Author_ other = AUTHOR.as("other");
    assertEquals(
        1,
        db.deleteFrom(BOOK)
            .using(other, BOOK.author.refersTo(other))
            .where(other.name.eq("Elsschot"))
            .execute());
    assertEquals(List.of("1"), db.from(BOOK).select(BOOK.isbn).list());
    assertEquals(1, db.deleteFrom(BOOK).all().execute());
    assertEquals(2, db.deleteFrom(AUTHOR).where(AUTHOR.id.gt(0L)).execute());
  }

  @EachDatabase
  void queriesServeAsTables(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    Author_ dutch =
        Select.from(AUTHOR).where(AUTHOR.country.eq("NL")).asTable("dutch", Author_::new);
    assertEquals(
        1,
        db.update(BOOK)
            .set(BOOK.title, dutch.name)
            .from(dutch, BOOK.author.refersTo(dutch))
            .all()
            .execute());
    assertEquals("Multatuli", shop.stored(0).title());
    Author_ belgian =
        Select.from(AUTHOR).where(AUTHOR.country.eq("BE")).asCommonTable("belgian", Author_::new);
    assertEquals(
        1,
        db.insertInto(AUTHOR)
            .set(AUTHOR.name, belgian.name.upper())
            .from(Select.from(belgian))
            .execute());
    assertEquals(
        2,
        db.deleteFrom(BOOK).using(belgian, BOOK.author.refersTo(belgian)).all().execute());
    assertEquals(1, db.from(BOOK).count());
    assertThrows(
        InvalidQueryException.class,
        () -> db.update(belgian).set(belgian.name, "x").all().execute());
  }

  @EachDatabase
  void allGiveBackTheRowsThatTheyWrite(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    record Line(String isbn, BigDecimal price) {}
    Line line = db.update(BOOK)
        .set(BOOK.price, new BigDecimal("1.25"))
        .where(BOOK.isbn.eq("1"))
        .returning(row(BOOK.isbn, BOOK.price).into(Line::new))
        .one();
    assertEquals(new Line("1", new BigDecimal("1.25")), line);
    Book updated = db.update(BOOK)
        .set(BOOK.title, "t")
        .where(BOOK.isbn.eq("2"))
        .returning(BOOK)
        .find()
        .orElseThrow();
    assertEquals(shop.stored(1), updated);
    Book_ b = BOOK.as("b");
    assertEquals(
        List.of("t"),
        db.update(b).set(b.pages, 5).where(b.isbn.eq("2")).returning(b.title).list());
    assertEquals(
        Set.of("T", "TITLE 3"),
        new HashSet<>(db.update(BOOK)
            .set(BOOK.pages, BOOK.pages.plus(1))
            .where(BOOK.author().country.eq("BE"))
            .returning(BOOK.title.upper())
            .list()));
    Book deleted = db.deleteFrom(BOOK).where(BOOK.isbn.eq("2")).returning(BOOK).one();
    assertEquals("t", deleted.title());
    assertEquals(
        Optional.empty(),
        db.deleteFrom(BOOK).where(BOOK.isbn.eq("2")).returning(BOOK).first());
    List<Book> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rows.add(Shop.book(shop.first(), "n" + (i * 31 % 50), "1.00"));
    }
    test.statements();
    List<Long> keys = db.insertInto(BOOK).values(rows).returning(BOOK.id).list();
    assertEquals(
        rows.stream().map(Book::isbn).toList(),
        keys.stream().map(key -> db.get(BOOK, key).isbn()).toList());
    assertEquals(
        List.of(), db.insertInto(BOOK).values(List.of()).returning(BOOK).list());
  }

  @EachDatabase
  void rowsAreInsertedWholeOrByColumns(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    assertEquals(
        1, db.insertInto(BOOK).values(Shop.book(shop.first(), "4", "1.00")).execute());
    assertEquals(
        2,
        db.insertInto(BOOK)
            .values(
                List.of(Shop.book(shop.first(), "5", "1.00"), Shop.book(shop.first(), "6", "1.00")))
            .execute());
    assertEquals(6, db.from(BOOK).count());
    assertThrows(
        DuplicateKeyException.class,
        () -> db.insertInto(BOOK)
            .values(
                List.of(Shop.book(shop.first(), "7", "1.00"), Shop.book(shop.first(), "6", "1.00")))
            .execute());
    assertEquals(6, db.from(BOOK).count());
    test.statements();
    long id = db.insertInto(BOOK)
        .set(BOOK.isbn, "8")
        .set(BOOK.title, "by columns")
        .set(BOOK.price, new BigDecimal("2.5"))
        .set(BOOK.format, Format.HARDCOVER)
        .set(BOOK.author, AUTHOR.refTo(shop.first()))
        .set(BOOK.inPrint, true)
        .returning(BOOK.id)
        .one();
    assertEquals(1, test.statements().size());
    Book stored = db.get(BOOK, id);
    assertEquals(new BigDecimal("2.50"), stored.price());
    assertEquals(0, stored.version());
    assertEquals(Format.HARDCOVER, stored.format());
  }

  @EachDatabase
  void rowsOfAQueryAreInserted(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    long inserted = db.insertInto(BOOK)
        .set(BOOK.isbn, BOOK.isbn.concat("-2"))
        .set(BOOK.title, BOOK.author().name)
        .set(BOOK.price, BOOK.price.times(new BigDecimal("0.333")))
        .set(BOOK.format, Format.EBOOK)
        .set(BOOK.author, BOOK.author)
        .set(BOOK.inPrint, false)
        .from(Select.from(BOOK).where(BOOK.author().country.eq("BE")))
        .execute();
    assertEquals(2, inserted);
    Book copy = db.get(BOOK.byIsbn, "3-2");
    assertEquals("Elsschot", copy.title());
    assertEquals(new BigDecimal("10.01"), copy.price()); // 10.00665
    assertEquals(Format.EBOOK, copy.format());
    assertEquals(
        1,
        db.insertInto(AUTHOR)
            .set(AUTHOR.name, AUTHOR.country.max())
            .from(Select.from(AUTHOR))
            .execute());
    assertEquals(
        "NL", db.from(AUTHOR).where(AUTHOR.id.gt(2L)).select(AUTHOR.name).one());
    assertEquals(
        0,
        db.insertInto(BOOK)
            .set(BOOK.isbn, BOOK.isbn)
            .set(BOOK.title, BOOK.title)
            .set(BOOK.price, BOOK.price)
            .set(BOOK.format, BOOK.format)
            .set(BOOK.author, BOOK.author)
            .set(BOOK.inPrint, BOOK.inPrint)
            .from(Select.from(BOOK))
            .onConflict(BOOK.byIsbn)
            .doNothing()
            .execute());
  }

  @EachDatabase
  void upsertsKeepOverwriteOrChange(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    Book taken =
        Book_.edit(Shop.book(shop.second(), "1", "99.00")).title("other").done();
    Book fresh = Shop.book(shop.second(), "9", "5.00");
    assertEquals(
        0, db.insertInto(BOOK).values(taken).onConflict(BOOK.byIsbn).doNothing().execute());
    assertEquals(shop.books().get(0), shop.stored(0));
    List<String> written = db.insertInto(BOOK)
        .values(List.of(taken, fresh))
        .onConflict(BOOK.byIsbn)
        .set(BOOK.price, excluded(BOOK.price))
        .set(BOOK.pages, 7)
        .where(BOOK.price.ne(excluded(BOOK.price)))
        .returning(BOOK.isbn)
        .list();
    assertEquals(Set.of("1", "9"), new HashSet<>(written));
    Book changed = shop.stored(0);
    assertEquals(new BigDecimal("99.00"), changed.price());
    assertEquals("title 1", changed.title());
    assertEquals(7, changed.pages());
    assertEquals(1, changed.version());
    // the rule keeps a row whose price is the same
    assertEquals(
        0,
        db.insertInto(BOOK)
            .values(taken)
            .onConflict(BOOK.byIsbn)
            .set(BOOK.price, excluded(BOOK.price))
            .where(BOOK.price.ne(excluded(BOOK.price)))
            .execute());
    assertEquals(
        1, db.insertInto(BOOK).values(taken).onConflict(BOOK.byIsbn).overwrite().execute());
    Book overwritten = shop.stored(0);
    assertEquals("other", overwritten.title());
    assertEquals(320, overwritten.pages());
    assertEquals(2, overwritten.version());
    Book keyed = Book_.edit(overwritten).title("by key").done();
    assertEquals(
        2,
        db.insertInto(BOOK)
            .values(List.of(Shop.book(shop.first(), "10", "1.00"), keyed))
            .onConflict(BOOK)
            .overwrite()
            .execute());
    assertEquals("by key", shop.stored(0).title());
    assertEquals(5, db.from(BOOK).count());
    assertThrows(
        DuplicateKeyException.class,
        () -> db.insertInto(BOOK)
            .values(Book_.edit(keyed).isbn("2").done())
            .onConflict(BOOK)
            .overwrite()
            .execute());
  }

  @EachDatabase
  void anotherNumberOfRowsUndoesEverything(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    Mutation<Book> all =
        db.update(BOOK).set(BOOK.title, "x").where(BOOK.pages.gt(0)).label("rename");
    RowCountException error =
        assertThrows(RowCountException.class, () -> all.expectRows(1).execute());
    assertTrue(String.valueOf(error.getMessage()).contains("Cannot update Book (rename)"));
    assertTrue(String.valueOf(error.getMessage()).contains("3 rows"), error::getMessage);
    assertThrows(RowCountException.class, () -> all.returning(BOOK).one());
    assertThrows(RowCountException.class, () -> all.returning(BOOK).find());
    assertThrows(
        RowCountException.class,
        () -> db.deleteFrom(BOOK).all().expectRows(2).returning(BOOK.id).list());
    assertThrows(
        RowCountException.class,
        () -> db.insertInto(AUTHOR).values(shop.first()).expectRows(0).execute());
    assertEquals(shop.books(), db.from(BOOK).orderBy(BOOK.id.asc()).list());
    assertEquals(2, db.from(AUTHOR).count());
    assertThrows(
        TransactionFailedException.class,
        () -> db.inTransaction(tx -> {
          tx.deleteFrom(BOOK).where(BOOK.isbn.eq("1")).execute();
          assertThrows(
              RowCountException.class,
              () -> tx.deleteFrom(BOOK).where(BOOK.isbn.eq("1")).expectRows(1).execute());
        }));
    assertEquals(shop.books(), db.from(BOOK).orderBy(BOOK.id.asc()).list());
    assertEquals(3, all.expectRows(3).execute());
  }

  @EachDatabase
  void stampsAndUuidsComeByThemselves(TestDatabase test) {
    Database db = test.open(Orm.builder(test.settings()).converter(new CurrencyConverter()));
    db.schema().create(List.of(ORDER, ORDER_LINE, DELIVERY));
    Order order = db.insert(ORDER, new Order(null, "c", null));
    OrderLine line = db.insert(ORDER_LINE, new OrderLine(ORDER.refTo(order), 1, 2));
    Delivery made = db.insertInto(DELIVERY)
        .set(DELIVERY.line, ORDER_LINE.refTo(line))
        .returning(DELIVERY)
        .one();
    assertNotNull(made.id());
    assertNotNull(made.created());
    assertEquals(made.created(), made.updated());
    Delivery changed = db.update(DELIVERY)
        .set(DELIVERY.instead, DELIVERY.line)
        .set(DELIVERY.created, Instant.EPOCH)
        .all()
        .returning(DELIVERY)
        .one();
    assertEquals(ORDER_LINE.refTo(line), changed.instead());
    assertEquals(Instant.EPOCH, changed.created());
    Instant updated = Objects.requireNonNull(changed.updated());
    assertTrue(!updated.isBefore(Objects.requireNonNull(made.updated())));
    Delivery cleared = db.update(DELIVERY)
        .setNull(DELIVERY.instead)
        .set(DELIVERY.updated, now())
        .where(DELIVERY.line().order().customer.eq("c"))
        .returning(DELIVERY)
        .one();
    assertEquals(null, cleared.instead());
    OrderLine_.Key key = new OrderLine_.Key(ORDER.keyOf(order), 1);
    assertEquals(
        1,
        db.insertInto(ORDER_LINE)
            .values(new OrderLine(ORDER.refTo(order), 1, 9))
            .onConflict(ORDER_LINE)
            .set(ORDER_LINE.quantity, ORDER_LINE.quantity.plus(excluded(ORDER_LINE.quantity)))
            .execute());
    assertEquals(11, db.get(ORDER_LINE, key).quantity());
  }

  @EachDatabase
  void tablesOfASubtypeTouchTheirOwnRows(TestDatabase test) {
    Database db = test.with(List.of(PAYMENT));
    Payment card =
        db.insert(PAYMENT, new Payment.CardPayment(null, new BigDecimal("1.00"), "VISA"));
    Payment cash = db.insert(PAYMENT, new Payment.CashPayment(null, new BigDecimal("2.00"), 3));
    assertEquals(
        1, db.update(CARD_PAYMENT).set(CARD_PAYMENT.network, "MAESTRO").all().execute());
    assertEquals(
        0,
        db.update(CARD_PAYMENT)
            .set(CARD_PAYMENT.amount, BigDecimal.TEN)
            .where(CARD_PAYMENT.id.eq(PAYMENT.keyOf(cash)))
            .execute());
    long id = db.insertInto(CASH_PAYMENT)
        .set(CASH_PAYMENT.amount, BigDecimal.ONE)
        .set(CASH_PAYMENT.drawer, 4)
        .returning(CASH_PAYMENT.id)
        .one();
    assertEquals(new Payment.CashPayment(id, new BigDecimal("1.00"), 4), db.get(PAYMENT, id));
    // the key is taken by a row of the other kind, which stays as it is
    assertEquals(
        0,
        db.insertInto(CARD_PAYMENT)
            .values(new Payment.CardPayment(id, BigDecimal.TEN, "VISA"))
            .onConflict(CARD_PAYMENT)
            .overwrite()
            .execute());
    assertEquals(2, db.deleteFrom(CASH_PAYMENT).all().execute());
    assertEquals(
        List.of(new Payment.CardPayment(PAYMENT.keyOf(card), new BigDecimal("1.00"), "MAESTRO")),
        db.from(PAYMENT).list());
  }

  @EachDatabase
  void bulkInsertsCostFewStatements(TestDatabase test) {
    Shop shop = Shop.open(test);
    List<Author> rows = new ArrayList<>();
    for (int i = 0; i < 25_000; i++) {
      rows.add(new Author(null, "a" + i, i % 2 == 0 ? null : "NL"));
    }
    assertEquals(25_000, shop.db().insertInto(AUTHOR).values(rows).execute());
    assertTrue(test.statements().size() <= 3);
    assertEquals(25_002, shop.db().from(AUTHOR).count());
  }
}
