package orm.test.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.exists;
import static orm.api.expression.Expressions.or;
import static orm.test.shop.CardPayment_.CARD_PAYMENT;
import static orm.test.shop.CashPayment_.CASH_PAYMENT;
import static orm.test.shop.Delivery_.DELIVERY;
import static orm.test.shop.Link_.LINK;
import static orm.test.shop.OrderLine_.ORDER_LINE;
import static orm.test.shop.Order_.ORDER;
import static orm.test.shop.Payment_.PAYMENT;
import static orm.test.shop.Ticket_.TICKET;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.ErrorCode;
import orm.api.error.ForeignKeyException;
import orm.api.error.MappingException;
import orm.api.error.UnsupportedQueryException;
import orm.api.error.ValueException;
import orm.api.model.EntityTable;
import orm.api.query.Select;
import orm.api.schema.Naming;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;
import orm.test.shop.Payment.CardPayment;
import orm.test.shop.Payment.CashPayment;

/** Keys, references and hierarchies of every form, whose table is named by a reserved word. */
class ShopTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");
  private static final Currency EURO = Currency.getInstance("EUR");

  private static Database open(TestDatabase test, List<? extends EntityTable<?, ?>> tables) {
    Database db = test.open(Orm.builder(test.settings())
        .converter(new CurrencyConverter())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    db.schema().create(tables);
    return db;
  }

  @EachDatabase
  void compositeKeysAndReferencesToThem(TestDatabase test) {
    Database db = open(test, List.of(DELIVERY, ORDER_LINE, ORDER));
    Order order = db.insert(ORDER, new Order(null, "c", EURO));
    List<OrderLine> lines = db.insertAll(
        ORDER_LINE,
        List.of(
            new OrderLine(ORDER.refTo(order), 1, 5),
            new OrderLine(ORDER.refTo(order), 2, 6),
            new OrderLine(ORDER.refTo(order), 3, 7)));
    OrderLine_.Key first = ORDER_LINE.keyOf(lines.get(0));
    assertEquals(lines.get(0), db.get(ORDER_LINE, first));
    assertEquals(
        2,
        db.findAll(ORDER_LINE, List.of(first, ORDER_LINE.keyOf(lines.get(2)), first))
            .size());
    OrderLine more =
        db.update(ORDER_LINE, OrderLine_.edit(lines.get(0)).quantity(50).done());
    assertEquals(50, db.get(ORDER_LINE, first).quantity());
    Delivery delivery = db.insert(
        DELIVERY,
        new Delivery(null, ORDER_LINE.refTo(more), ORDER_LINE.refTo(lines.get(1)), null, null));
    assertEquals(more, db.follow(delivery.line()));
    assertEquals(
        1,
        db.from(DELIVERY)
            .where(
                DELIVERY.line.eq(ORDER_LINE.refTo(more)),
                DELIVERY.instead.ne(ORDER_LINE.refTo(more)),
                DELIVERY.instead.isNotNull(),
                DELIVERY.line().quantity.eq(50),
                DELIVERY.instead().order().customer.eq("c"))
            .count());
    assertEquals(
        1,
        db.from(ORDER)
            .where(
                exists(Select.from(ORDER.lines()).where(ORDER.lines().quantity.gt(6))))
            .count());
    db.delete(ORDER_LINE, lines.get(2));
    assertEquals(2, db.from(ORDER_LINE).count());
  }

  @EachDatabase
  void timeStampsAndKeysAreMadeByTheEngine(TestDatabase test) {
    Database db = open(test, List.of(DELIVERY, ORDER_LINE, ORDER));
    Order order = db.insert(ORDER, new Order(null, "c", null));
    OrderLine line = db.insert(ORDER_LINE, new OrderLine(ORDER.refTo(order), 1, 5));
    Delivery sent =
        db.insert(DELIVERY, new Delivery(null, ORDER_LINE.refTo(line), null, null, null));
    assertEquals(NOW, sent.created());
    assertEquals(NOW, sent.updated());
    assertEquals(7, DELIVERY.keyOf(sent).version());
    assertEquals(sent, db.get(DELIVERY, DELIVERY.keyOf(sent)));
    Delivery changed = db.update(DELIVERY, Delivery_.edit(sent).updated(null).done());
    assertEquals(sent, changed);
  }

  @EachDatabase
  void convertersServeColumnsAndPredicates(TestDatabase test) {
    Database db = open(test, List.of(ORDER));
    Order order = db.insert(ORDER, new Order(null, "c", EURO));
    assertEquals(order, db.get(ORDER, ORDER.keyOf(order)));
    assertEquals(1, db.from(ORDER).where(ORDER.currency.eq(EURO)).count());
    assertEquals(1, db.from(ORDER).where(ORDER.currency.in(List.of(EURO))).count());
    assertNull(db.insert(ORDER, new Order(null, "d", null)).currency());
    MappingException missing =
        assertThrows(MappingException.class, () -> test.db().find(ORDER, 1L));
    assertEquals(ErrorCode.NO_CONVERTER, missing.code());
    assertTrue(String.valueOf(missing.getMessage()).contains("java.util.Currency"));
  }

  @EachDatabase
  void aHierarchyIsOneTable(TestDatabase test) {
    Database db = open(test, List.of(PAYMENT));
    Payment card = db.insert(PAYMENT, new CardPayment(null, new BigDecimal("10.00"), "VISA"));
    CashPayment cash = db.insert(CASH_PAYMENT, new CashPayment(null, new BigDecimal("3.50"), 2));
    assertEquals(
        List.of(card, cash), db.from(PAYMENT).orderBy(PAYMENT.amount.desc()).list());
    assertEquals(List.of(card), db.from(CARD_PAYMENT).list());
    assertEquals(
        2,
        db.from(PAYMENT)
            .where(or(PAYMENT.isCash(), PAYMENT.card().network.eq("VISA")))
            .count());
    assertEquals(Optional.of(cash), db.find(CASH_PAYMENT, CASH_PAYMENT.keyOf(cash)));
    assertEquals(Optional.empty(), db.find(CARD_PAYMENT, CASH_PAYMENT.keyOf(cash)));
    Payment raised = db.update(PAYMENT, new CashPayment(cash.id(), BigDecimal.TEN, 3));
    assertEquals(new CashPayment(cash.id(), new BigDecimal("10.00"), 3), raised);
    List<Payment> many = db.insertAll(PAYMENT, List.of(card, cash));
    assertEquals(many, db.from(PAYMENT).orderBy(PAYMENT.id.asc()).offset(2).list());
    assertEquals(1, db.from(CARD_PAYMENT.as("c")).limit(1).list().size());
  }

  @EachDatabase
  void aRequiredComponentOfASubtypeIsRequiredThereOnly(TestDatabase test) throws SQLException {
    Database db = open(test, List.of(PAYMENT));
    db.insert(PAYMENT, new CashPayment(null, BigDecimal.ONE, 2));
    try (Connection connection = test.plainConnection();
        Statement statement = connection.createStatement()) {
      assertThrows(
          SQLException.class,
          () -> statement.executeUpdate("INSERT INTO payment (kind, amount) VALUES ('cash', 1)"));
    }
    assertEquals(1, db.from(PAYMENT).count());
  }

  @EachDatabase
  void aDeferredReferenceIsCheckedAtCommit(TestDatabase test) {
    Database db = open(test, List.of(LINK));
    db.inTransaction(tx -> {
      tx.insert(LINK, new Link(1, LINK.ref(2)));
      tx.insert(LINK, new Link(2, LINK.ref(1)));
    });
    assertThrows(
        ForeignKeyException.class,
        () -> db.inTransaction(tx -> tx.insert(LINK, new Link(3, LINK.ref(4)))));
    assertEquals(2, db.from(LINK).count());
  }

  @EachDatabase
  void aSequenceMakesKeysOrIsRefused(TestDatabase test) {
    if (test.kind() == DatabaseKind.SQLITE) {
      assertThrows(
          UnsupportedQueryException.class, () -> test.db().schema().create(List.of(TICKET)));
      return;
    }
    Database db = test.with(List.of(TICKET));
    Ticket first = db.insert(TICKET, new Ticket(null, "a"));
    List<Ticket> more = db.insertAll(TICKET, List.of(new Ticket(null, "b"), new Ticket(null, "c")));
    assertEquals(first, db.get(TICKET, TICKET.keyOf(first)));
    assertEquals(more, db.from(TICKET).orderBy(TICKET.id.asc()).offset(1).list());
  }

  @EachDatabase
  void namesTakeTheFormOfTheDatabase(TestDatabase test) throws SQLException {
    Database db = test.open(
        Orm.builder(test.settings().toBuilder().naming(Naming.PASCAL_CASE).build())
            .converter(new CurrencyConverter()));
    db.schema().create(List.of(ORDER, ORDER_LINE));
    Order order = db.insert(ORDER, new Order(null, "c", EURO));
    OrderLine line = db.insert(ORDER_LINE, new OrderLine(ORDER.refTo(order), 1, 5));
    assertEquals(line, db.get(ORDER_LINE, ORDER_LINE.keyOf(line)));
    try (Connection connection = test.plainConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT \"OrderId\" FROM \"OrderLine\"")) {
      assertTrue(rows.next());
      assertEquals(ORDER.keyOf(order), rows.getLong(1));
    }
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "PostgreSQL refuses the value by itself")
  void aStoredValueThatDoesNotFitIsNamed(TestDatabase test) throws SQLException {
    Database db = open(test, List.of(ORDER));
    db.insert(ORDER, new Order(null, "c", EURO));
    try (Connection connection = test.plainConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE \"order\" SET currency = 'xxx'");
    }
    MappingException failed =
        assertThrows(MappingException.class, () -> db.from(ORDER).list());
    assertEquals("currency", failed.column());
    assertThrows(
        ValueException.class,
        () -> db.from(ORDER).where(ORDER.customer.eq("half \ud83d")).count());
    try (Connection connection = test.plainConnection();
        Statement statement = connection.createStatement()) {
      assertThrows(
          SQLException.class,
          () -> statement.executeUpdate("UPDATE \"order\" SET currency = 'too long'"));
    }
  }
}
