package orm.test.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static orm.api.expression.Expressions.excluded;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.value;
import static orm.api.query.Select.from;
import static orm.test.convert.Movement_.MOVEMENT;
import static orm.test.convert.Product_.PRODUCT;
import static orm.test.convert.Stock_.STOCK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orm.api.Database;
import orm.api.DatabaseBuilder;
import orm.api.Orm;
import orm.api.error.InvalidQueryException;
import orm.api.error.UnsupportedQueryException;
import orm.api.query.Keyset;
import orm.api.query.Page;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** A type with a converter can stand where any other type can. */
class ConverterTest {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Currency YEN = Currency.getInstance("JPY");
  private static final Product_ P = PRODUCT;

  static Database open(TestDatabase test) {
    DatabaseBuilder builder = Orm.builder(test.settings());
    Samples.ALL.forEach(builder::converter);
    Database db = test.open(builder);
    db.schema().create(List.of(PRODUCT, STOCK, MOVEMENT));
    return db;
  }

  static Product product(long id, String price) {
    return new Product(
        new ProductId(id),
        Money.of(price),
        null,
        EURO,
        new Secret("secret " + id),
        List.of(EURO, YEN),
        List.of(Money.of("1.00"), Money.of(price)),
        Grade.MIDDLE,
        Duration.ofMinutes(id),
        new Theme("red", (int) id),
        terms(price));
  }

  private static Terms terms(String price) {
    Terms earlier = new Terms(Money.of("0.50"), null, List.of(), Map.of(), Optional.empty(), null);
    return new Terms(
        Money.of(price),
        new Secret("inner"),
        List.of(Money.of("2.00"), Money.of("3.00")),
        Map.of("NL", Money.of("4.00")),
        Optional.of(Grade.HIGH),
        earlier);
  }

  private static final List<Product> THREE = List.of(
      product(1, "10.00"),
      Product_.edit(product(2, "2.50"))
          .currency(YEN)
          .oldPrice(Money.of("3.00"))
          .accepted(List.of())
          .history(null)
          .grade(Grade.HIGH)
          .theme(null)
          .terms(null)
          .done(),
      Product_.edit(product(3, "100.00"))
          .accepted(List.of(YEN))
          .grade(Grade.LOW)
          .done());

  @EachDatabase
  void rowsGoOutAndComeBackOneByOneAndInBatches(TestDatabase test) {
    Database db = open(test);
    for (Product each : THREE) {
      assertEquals(each, db.insert(PRODUCT, each));
      assertEquals(each, db.get(PRODUCT, each.id()));
      assertEquals(each, db.get(PRODUCT.bySecret, each.secret()));
      assertEquals(each, db.update(PRODUCT, each));
      assertEquals(each, db.upsert(PRODUCT, each));
    }
    db.deleteFrom(PRODUCT).all().execute();
    assertEquals(THREE, db.insertAll(PRODUCT, THREE));
    db.updateAll(PRODUCT, THREE);
    db.upsertAll(PRODUCT, THREE);
    assertEquals(THREE, db.from(PRODUCT).orderBy(P.id.asc()).list());
    assertEquals(
        List.of(THREE.get(2), THREE.get(0)),
        db.findAll(PRODUCT, List.of(new ProductId(3), new ProductId(1))).stream()
            .sorted((one, other) -> other.id().compareTo(one.id()))
            .toList());
  }

  @EachDatabase
  void valuesAreComparedInTheirStoredForm(TestDatabase test) {
    Database db = open(test);
    db.insertAll(PRODUCT, THREE);
    assertEquals(2, db.from(P).where(P.currency.eq(EURO)).count());
    assertEquals(1, db.from(P).where(P.currency.ne(EURO)).count());
    assertEquals(3, db.from(P).where(P.currency.in(List.of(EURO, YEN))).count());
    assertEquals(1, db.from(P).where(P.currency.notIn(List.of(EURO))).count());
    assertEquals(1, db.from(P).where(P.secret.eq(new Secret("secret 2"))).count());
    assertEquals(1, db.from(P).where(P.oldPrice.isNotNull()).count());
    assertEquals(1, db.from(P).where(P.price.lt(Money.of("10.00"))).count());
    assertEquals(
        2, db.from(P).where(P.price.between(Money.of("2.50"), Money.of("10"))).count());
    assertEquals(
        1, db.from(P).where(P.price.gt(P.oldPrice).or(P.price.lt(P.oldPrice))).count());
    assertEquals(2, db.from(P).where(P.grade.ge(Grade.MIDDLE)).count());
    assertEquals(1, db.from(P).where(P.lasts.lt(Duration.ofMinutes(2))).count());
    assertEquals(2, db.from(P).where(P.accepted.contains(YEN)).count());
    assertEquals(1, db.from(P).where(P.accepted.eq(List.of(EURO, YEN))).count());
    var dear = db.from(P).where(P.history.contains(Money.of("100")));
    if (test.kind() == DatabaseKind.POSTGRES) {
      assertEquals(1, dear.count());
    } else {
      assertThrows(UnsupportedQueryException.class, dear::count);
    }
    assertEquals(
        1,
        db.from(P)
            .where(P.id.in(from(P).where(P.price.gt(Money.of("50"))).select(P.id)))
            .count());
    assertEquals(
        3,
        db.from(P)
            .where(P.oldPrice.coalesce(Money.of("3")).eq(Money.of("3.00")))
            .count());
  }

  @EachDatabase
  void valuesAreSelectedAloneInRowsAndComputed(TestDatabase test) {
    Database db = open(test);
    db.insertAll(PRODUCT, THREE);
    assertEquals(
        List.of(EURO, YEN, EURO),
        db.from(P).orderBy(P.id.asc()).select(P.currency).list());
    record Line(ProductId id, Money price, List<Currency> accepted, Grade grade) {}
    assertEquals(
        new Line(new ProductId(1), Money.of("10.00"), List.of(EURO, YEN), Grade.MIDDLE),
        db.from(P)
            .where(P.id.eq(new ProductId(1)))
            .select(row(P.id, P.price, P.accepted, P.grade).into(Line::new))
            .one());
    assertEquals(Money.of("100.00"), db.from(P).select(P.price.max()).one());
    assertEquals(
        List.of(Money.of("7.00"), Money.of("3.00")),
        db.from(P)
            .where(P.id.lt(new ProductId(3)))
            .orderBy(P.id.asc())
            .select(P.oldPrice.coalesce(Money.of("7")))
            .list());
    assertEquals(
        YEN, db.from(P).where(P.id.eq(new ProductId(1))).select(value(YEN)).one());
    record Count(Currency currency, long count) {}
    assertEquals(
        List.of(new Count(YEN, 1), new Count(EURO, 2)),
        db.from(P)
            .groupBy(P.currency)
            .orderBy(orm.api.expression.Expressions.count().asc())
            .select(row(P.currency, orm.api.expression.Expressions.count()).into(Count::new))
            .list());
  }

  @EachDatabase
  void updatesAndUpsertsSetThem(TestDatabase test) {
    Database db = open(test);
    db.insertAll(PRODUCT, THREE);
    ProductId first = new ProductId(1);
    Terms changed = terms("8.00");
    assertEquals(
        1,
        db.update(P)
            .set(P.price, Money.of("11"))
            .set(P.secret, new Secret("other"))
            .set(P.accepted, List.of(YEN))
            .set(P.oldPrice, P.price)
            .set(P.grade, Grade.HIGH)
            .set(P.theme, new Theme("blue", 9))
            .set(P.terms, changed)
            .where(P.id.eq(first))
            .execute());
    assertEquals(
        Product_.edit(THREE.get(0))
            .price(Money.of("11.00"))
            .secret(new Secret("other"))
            .accepted(List.of(YEN))
            .oldPrice(Money.of("10.00"))
            .grade(Grade.HIGH)
            .theme(new Theme("blue", 9))
            .terms(changed)
            .done(),
        db.get(P, first));
    db.insertInto(P)
        .values(List.of(Product_.edit(THREE.get(1)).price(Money.of("77.00")).done()))
        .onConflict(P.bySecret)
        .set(P.price, excluded(P.price))
        .execute();
    assertEquals(Money.of("77.00"), db.get(P, new ProductId(2)).price());
  }

  @EachDatabase
  void referencesHoldConvertedKeys(TestDatabase test) {
    Database db = open(test);
    db.insertAll(PRODUCT, THREE);
    Stock stock = db.insert(STOCK, new Stock(P.ref(new ProductId(2)), YEN, Money.of("5.00")));
    assertEquals(stock, db.get(STOCK, STOCK.keyOf(stock)));
    db.insert(MOVEMENT, new Movement(null, STOCK.refTo(stock), 4));
    db.insertAll(MOVEMENT, List.of(new Movement(null, STOCK.refTo(stock), 6)));
    assertEquals(
        2, db.from(MOVEMENT).where(MOVEMENT.stock.eq(STOCK.refTo(stock))).count());
    assertEquals(
        2,
        db.from(MOVEMENT).where(MOVEMENT.stock.in(List.of(STOCK.refTo(stock)))).count());
    assertEquals(
        2,
        db.from(MOVEMENT)
            .where(MOVEMENT.stock().product().price.lt(Money.of("3")))
            .count());
    assertEquals(THREE.get(1), db.follow(stock.product()));
  }

  @EachDatabase
  void pagesGoOnBehindConvertedValues(TestDatabase test) {
    Database db = open(test);
    List<Product> many = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      many.add(product(i, i % 2 + ".00"));
    }
    db.insertAll(PRODUCT, many);
    var query = db.from(P).orderBy(P.price.desc(), P.lasts.desc());
    List<Long> seen = new ArrayList<>();
    Page<Product> page = query.page(Keyset.first(2));
    while (true) {
      page.rows().forEach(each -> seen.add(each.id().number()));
      if (page.next().isEmpty()) {
        break;
      }
      page = query.page(Keyset.after(page.next().get(), 2));
    }
    assertEquals(List.of(5L, 3L, 1L, 4L, 2L), seen);
    Page<Product> back = query.page(Keyset.before(page.previous().orElseThrow(), 2));
    assertEquals(
        List.of(1L, 4L), back.rows().stream().map(it -> it.id().number()).toList());
  }

  @EachDatabase
  void statementsAsTextBindAndReadThem(TestDatabase test) {
    Database db = open(test);
    db.insertAll(PRODUCT, THREE);
    assertEquals(
        List.of(THREE.get(1)),
        db.sql("select * from product where price = :price and currency = :currency")
            .bind("price", Money.of("2.50"))
            .bind("currency", YEN)
            .into(Product_::new)
            .list());
    assertEquals(
        List.of(Money.of("10.00"), Money.of("100.00")),
        db.sql("select price from product where id in (:ids) order by id")
            .bindList("ids", List.of(new ProductId(1), new ProductId(3)))
            .map(row -> row.next(Money.class))
            .list());
    db.sql("update product set accepted = :accepted where id = 2")
        .bind("accepted", List.of(EURO, YEN))
        .execute();
    assertEquals(
        List.of(List.of(EURO, YEN)),
        db.sql("select accepted from product where id = 2")
            .map(row -> row.nextList(Currency.class))
            .list());
    assertEquals(
        1,
        db.sql("update product set old_price = :none where old_price = :old")
            .bindNull("none", Money.class)
            .bind("old", Money.of("3.00"))
            .execute());
  }

  @EachDatabase
  void whatIsStoredInAnotherOrderIsNotCompared(TestDatabase test) {
    Database db = open(test);
    UnsupportedQueryException sorted = assertThrows(
        UnsupportedQueryException.class,
        () -> db.from(P).orderBy(P.secret.asc()).list());
    assertEquals(
        "ORM-3102 Cannot sort by Product.secret: converter orm.test.convert.Plain does not say that"
            + " what it stores keeps the order of orm.test.convert.Secret. Let keepsOrder() of the"
            + " converter return true if it does; else sort in Java.",
        sorted.getMessage());
    assertEquals("Product", sorted.entity());
    assertThrows(
        UnsupportedQueryException.class,
        () -> db.from(P).where(P.secret.lt(new Secret("x"))).list());
    assertThrows(
        UnsupportedQueryException.class, () -> db.from(P).select(P.secret.max()).list());
    assertThrows(
        InvalidQueryException.class,
        () -> db.from(P).where(P.terms.eq(terms("1"))).list());
  }

  @EachDatabase
  void columnsHaveTheTypeThatTheConverterStores(TestDatabase test) {
    Database db = open(test);
    assertEquals(
        List.of(),
        db.schema().createStatements(List.of(PRODUCT)).stream()
            .filter(sql -> sql.contains("converted"))
            .toList());
    db.insertAll(PRODUCT, THREE);
    assertEquals(
        "EUR",
        db.sql("select currency from product where id = 1")
            .map(it -> it.nextText())
            .one());
  }

  @EachDatabase
  void aDocumentHoldsConvertedMembersAsColumnsOfTheirOwnWould(TestDatabase test) {
    Database db = open(test);
    db.insertAll(PRODUCT, THREE);
    assertEquals(
        20,
        db.from(P)
            .where(P.id.eq(new ProductId(1)))
            .select(P.terms.number(Integer.class, "grade"))
            .one());
    assertEquals(
        1,
        db.from(P)
            .where(P.terms.text("code").eq(Samples.SECRET.toStored(new Secret("inner"))))
            .where(P.terms.number(Integer.class, "deposit").eq(100))
            .count());
  }
}
