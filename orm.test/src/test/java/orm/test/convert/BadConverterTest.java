package orm.test.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.convert.Shelf_.SHELF;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.MappingException;
import orm.api.error.OrmException;
import orm.api.error.ValueException;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.convert.TypeConverter;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** A converter that fails is named, with the place where it did, and nothing is half written. */
class BadConverterTest {
  private static final Money BAD = Money.of("13.00");
  private static final Shelf GOOD = new Shelf(1, Money.of("1.00"), List.of(Money.of("2.00")), null);

  /** Fails on one amount, in one way. */
  private static final class Moody implements TypeConverter<Money, BigDecimal> {
    private final AtomicReference<String> mood = new AtomicReference<>("");

    @Override
    public Class<Money> javaType() {
      return Money.class;
    }

    @Override
    public Class<BigDecimal> storedType() {
      return BigDecimal.class;
    }

    @Override
    public ColumnType columnType() {
      return ColumnType.decimal(12, 2);
    }

    @Override
    @SuppressWarnings("NullAway") // it breaks the contract on purpose
    public BigDecimal toStored(Money value) {
      return value.equals(BAD) ? act(BigDecimal.class) : value.amount().setScale(2);
    }

    @Override
    @SuppressWarnings("NullAway") // it breaks the contract on purpose
    public Money fromStored(BigDecimal stored) {
      return mood.get().isEmpty() ? new Money(stored) : act(Money.class);
    }

    private <T> @Nullable T act(Class<T> wanted) {
      return switch (mood.get()) {
        case "null" -> null;
        case "gone" -> throw new NoClassDefFoundError("a class of a bundle that has left");
        default -> throw new IllegalStateException("moody about a " + wanted.getSimpleName());
      };
    }
  }

  private static Database open(TestDatabase test, TypeConverter<?, ?> converter) {
    Database db = test.open(Orm.builder(test.settings())
        .converter(converter)
        .converter(Samples.SECRET)
        .converter(Samples.GRADE));
    db.schema().create(List.of(SHELF));
    return db;
  }

  private static void assertNames(OrmException failed, String component, String what) {
    assertEquals("Shelf", failed.entity());
    assertEquals(component, failed.column());
    assertTrue(
        String.valueOf(failed.getMessage())
            .contains("converter orm.test.convert.BadConverterTest$Moody " + what),
        failed.getMessage());
  }

  @EachDatabase
  void oneThatFailsOnTheWayInLeavesNothingBehind(TestDatabase test) {
    Moody moody = new Moody();
    Database db = open(test, moody);
    Terms terms = new Terms(BAD, null, List.of(), Map.of(), Optional.empty(), null);
    Map<String, Shelf> byComponent = Map.of(
        "worth", new Shelf(3, BAD, null, null),
        "parts", new Shelf(3, null, List.of(Money.of("1"), BAD), null),
        "terms", new Shelf(3, null, null, terms));
    for (String mood : List.of("throw", "null", "gone")) {
      moody.mood.set(mood);
      String what = mood.equals("null") ? "returned null" : "failed";
      byComponent.forEach((component, bad) -> {
        assertNames(
            assertThrows(ValueException.class, () -> db.insert(SHELF, bad)), component, what);
        assertNames(
            assertThrows(
                ValueException.class,
                () -> db.insertAll(SHELF, List.of(new Shelf(2, null, null, null), bad))),
            component,
            what);
        assertNames(
            assertThrows(ValueException.class, () -> db.upsert(SHELF, bad)), component, what);
      });
      assertNames(
          assertThrows(
              ValueException.class,
              () -> db.from(SHELF).where(SHELF.worth.eq(BAD)).list()),
          "worth",
          what);
      assertNames(
          assertThrows(
              ValueException.class,
              () -> db.from(SHELF)
                  .where(SHELF.worth.in(List.of(Money.of("1"), BAD)))
                  .list()),
          "worth",
          what);
      assertNames(
          assertThrows(
              ValueException.class,
              () -> db.update(SHELF).set(SHELF.worth, BAD).all().execute()),
          "worth",
          what);
      assertNames(
          assertThrows(
              ValueException.class,
              () -> db.update(SHELF).set(SHELF.terms, terms).all().execute()),
          "terms",
          what);
    }
    assertEquals(0, db.from(SHELF).count());
  }

  @EachDatabase
  void oneThatFailsOnTheWayOutIsNamedAndKeepsTheCause(TestDatabase test) {
    Moody moody = new Moody();
    Database db = open(test, moody);
    db.insert(SHELF, GOOD);
    moody.mood.set("throw");
    MappingException failed = assertThrows(MappingException.class, () -> db.get(SHELF, 1));
    assertNames(failed, "worth", "failed");
    assertInstanceOf(IllegalStateException.class, failed.getCause());
    moody.mood.set("null");
    assertNames(
        assertThrows(
            MappingException.class, () -> db.from(SHELF).select(SHELF.parts).list()),
        "parts",
        "returned null");
    moody.mood.set("");
    assertEquals(GOOD, db.get(SHELF, 1));
  }

  @EachDatabase
  void oneThatContradictsItselfIsRefusedBeforeItIsGivenAValue(TestDatabase test) {
    assertRefused(test, "storedType is class java.math.BigDecimal", ColumnType.text(0));
    assertRefused(test, "needs a converter itself", ColumnType.converted("x.Y"));
    assertRefused(test, "of which there are no lists", ColumnType.of(Kind.BYTES));
  }

  private static void assertRefused(TestDatabase test, String why, ColumnType column) {
    boolean bytes = column.kind() == Kind.BYTES;
    TypeConverter<?, ?> converter = bytes
        ? new Plain<>(Money.class, byte[].class, column, false, it -> new byte[0], it -> BAD)
        : new Plain<>(Money.class, BigDecimal.class, column, false, Money::amount, Money::new);
    MappingException refused = assertThrows(MappingException.class, () -> open(test, converter));
    assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    assertTrue(
        String.valueOf(refused.getMessage()).contains("orm.test.convert.Plain"),
        refused.getMessage());
  }

  @EachDatabase
  void oneThatIsMissingIsAskedForByName(TestDatabase test) {
    MappingException missing = assertThrows(
        MappingException.class,
        () -> test.open(Orm.builder(test.settings())).schema().create(List.of(SHELF)));
    assertEquals(
        "ORM-2110 Cannot map Shelf.worth: there is no TypeConverter for orm.test.convert.Money."
            + " Register a TypeConverter service for it, or pass one to Orm.builder.",
        missing.getMessage());
    Database db = test.open(Orm.builder(test.settings()).converter(Samples.MONEY));
    db.schema().create(List.of(SHELF));
    Terms terms =
        new Terms(Money.of("1"), new Secret("x"), List.of(), Map.of(), Optional.empty(), null);
    MappingException inside = assertThrows(
        MappingException.class, () -> db.insert(SHELF, new Shelf(1, null, null, terms)));
    assertEquals("terms", inside.column());
    assertTrue(
        String.valueOf(inside.getMessage()).contains("orm.test.convert.Secret"),
        inside.getMessage());
  }
}
