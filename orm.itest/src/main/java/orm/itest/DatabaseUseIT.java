package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.row;
import static orm.itest.store.Item_.ITEM;
import static orm.itest.store.Paint_.PAINT;
import static orm.itest.store.Shelf_.SHELF;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import orm.api.Database;
import orm.api.error.DuplicateKeyException;
import orm.api.error.ErrorCode;
import orm.api.error.ForeignKeyException;
import orm.api.error.MappingException;
import orm.api.error.StaleRowException;
import orm.api.schema.ColumnType;
import orm.itest.store.Colour;
import orm.itest.store.Item;
import orm.itest.store.Item_;
import orm.itest.store.Paint;
import orm.itest.store.Shelf;
import orm.spi.convert.TypeConverter;
import orm.spi.listen.StatementEvent;
import orm.spi.listen.StatementListener;

/** A bundle stores its entities through the Database service, on both databases. */
class DatabaseUseIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private ServiceWatch<Database> configured(String dialect) {
    String name = container.name(dialect);
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(
        dialect.equals("postgres")
            ? container.postgres(name)
            : Map.of(
                "name",
                name,
                "dialect",
                "sqlite",
                "database",
                folder.resolve("use.db").toString()));
    return watch;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void rowsAreWrittenAndRead(String dialect) throws Exception {
    Database db = configured(dialect).come();
    assertEquals(dialect, db.dialect());
    db.schema().create(List.of(ITEM, SHELF));

    Shelf shelf = db.insert(SHELF, new Shelf(null, "A"));
    assertThrows(DuplicateKeyException.class, () -> db.insert(SHELF, new Shelf(null, "A")));
    Item item = db.insert(
        ITEM,
        new Item(
            null,
            "Teapot – ティーポット",
            new BigDecimal("12.50"),
            Instant.parse("2026-11-22T14:05:00.000250Z"),
            UUID.fromString("0b9f2c1e-6a55-4a0e-9d0c-3a1f5f0e7c11"),
            SHELF.refTo(shelf),
            0));
    assertEquals(item, db.follow(ITEM.refTo(item)));
    assertEquals(shelf, db.follow(item.shelf()));
    Item changed = db.update(ITEM, Item_.edit(item).arrived(null).done());
    assertThrows(StaleRowException.class, () -> db.update(ITEM, item));
    assertThrows(ForeignKeyException.class, () -> db.delete(SHELF, shelf));

    record Line(String item, String shelf) {}
    assertEquals(
        List.of(new Line(item.name(), "A")),
        db.from(ITEM)
            .where(ITEM.shelf().label.eq("A"), ITEM.price.gt(BigDecimal.TEN))
            .select(row(ITEM.name, ITEM.shelf().label).into(Line::new))
            .list());
    db.inTransaction(tx -> {
      tx.delete(ITEM, changed);
      tx.delete(SHELF, shelf);
    });
    assertEquals(0, db.from(ITEM).count());
    assertFalse(db.from(SHELF).exists());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void aConverterIsUsedAsLongAsItIsThere(String dialect) throws Exception {
    Database db = configured(dialect).come();
    Paint paint = new Paint(1, new Colour(255, 128, 0));
    MappingException e = assertThrows(MappingException.class, () -> db.insert(PAINT, paint));
    assertEquals(ErrorCode.NO_CONVERTER, e.code());
    assertEquals("colour", e.column());

    ServiceRegistration<?> converter = offer(new HexColours(false), 0);
    try {
      db.schema().create(List.of(PAINT));
      assertEquals(paint, db.insert(PAINT, paint));
      assertEquals(paint, db.get(PAINT, 1));
      assertEquals(1, db.from(PAINT).where(PAINT.colour.eq(paint.colour())).count());
    } finally {
      converter.unregister();
    }
    assertThrows(MappingException.class, () -> db.get(PAINT, 1));
    assertThrows(
        MappingException.class,
        () -> db.from(PAINT).where(PAINT.colour.eq(paint.colour())).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void aConverterIsOutrankedAndComesBack(String dialect) throws Exception {
    Database db = configured(dialect).come();
    Paint paint = new Paint(1, new Colour(255, 128, 0));
    Paint turned = new Paint(1, new Colour(0, 128, 255));
    ServiceRegistration<?> usual = offer(new HexColours(false), 0);
    db.schema().create(List.of(PAINT));
    db.insert(PAINT, paint);

    ServiceRegistration<?> other = offer(new HexColours(true), 10);
    assertEquals(turned, db.get(PAINT, 1));
    assertEquals(1, db.from(PAINT).where(PAINT.colour.eq(turned.colour())).count());
    other.setProperties(ranked(-10));
    assertEquals(paint, db.get(PAINT, 1));
    usual.unregister();
    assertEquals(turned, db.get(PAINT, 1));
    other.unregister();
    assertThrows(MappingException.class, () -> db.get(PAINT, 1));
    ServiceRegistration<?> back = offer(new HexColours(false), 0);
    assertEquals(paint, db.get(PAINT, 1));
    back.unregister();
  }

  private ServiceRegistration<?> offer(TypeConverter<?, ?> converter, int ranking) {
    return container.context().registerService(TypeConverter.class, converter, ranked(ranking));
  }

  private static Dictionary<String, Object> ranked(int ranking) {
    return FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, ranking));
  }

  /** Writes colours as {@code #ff8000}, or backwards. */
  private static final class HexColours implements TypeConverter<Colour, String> {
    private final boolean backwards;

    HexColours(boolean backwards) {
      this.backwards = backwards;
    }

    @Override
    public Class<Colour> javaType() {
      return Colour.class;
    }

    @Override
    public Class<String> storedType() {
      return String.class;
    }

    @Override
    public ColumnType columnType() {
      return ColumnType.text(7);
    }

    @Override
    public String toStored(Colour value) {
      int first = backwards ? value.blue() : value.red();
      int last = backwards ? value.red() : value.blue();
      return String.format("#%02x%02x%02x", first, value.green(), last);
    }

    @Override
    public Colour fromStored(String stored) {
      int rgb = Integer.parseInt(stored.substring(1), 16);
      int first = rgb >> 16;
      int last = rgb & 255;
      int green = (rgb >> 8) & 255;
      return backwards ? new Colour(last, green, first) : new Colour(first, green, last);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void aListenerIsToldAsLongAsItIsThere(String dialect) throws Exception {
    Database db = configured(dialect).come();
    db.schema().create(List.of(SHELF));
    List<StatementEvent> events = new CopyOnWriteArrayList<>();
    ServiceRegistration<?> listener =
        container.context().registerService(StatementListener.class, events::add, null);
    Shelf shelf = db.insert(SHELF, new Shelf(null, "secret words"));
    assertThrows(DuplicateKeyException.class, () -> db.insert(SHELF, shelf));
    listener.unregister();
    assertEquals(shelf, db.follow(SHELF.refTo(shelf)));

    assertEquals(2, events.size(), events::toString);
    assertEquals(db.name(), events.get(0).database());
    assertTrue(events.get(0).sql().startsWith("INSERT INTO "), events::toString);
    assertEquals(1, events.get(0).rows());
    assertNull(events.get(0).error());
    assertTrue(events.get(1).error() != null, events::toString);
    assertFalse(events.get(0).toString().contains("secret words"));
  }

  @Test
  void aListenerThatFailsHurtsNobody() throws Exception {
    Database db = configured("sqlite").come();
    StatementListener failing = event -> {
      throw new IllegalStateException("tired");
    };
    ServiceRegistration<?> listener =
        container.context().registerService(StatementListener.class, failing, null);
    try (LogWatch log = new LogWatch("orm.engine.eyes.Audience")) {
      db.schema().create(List.of(SHELF));
      log.line("WARN", "listener", "tired");
    } finally {
      listener.unregister();
    }
    assertEquals(0, db.from(SHELF).count());
  }

  @Test
  void nobodyReachesIntoTheBundleOfTheEntities() {
    Bundle tests = container.bundle("orm.itest");
    for (Bundle bundle : container.context().getBundles()) {
      if (bundle.getSymbolicName().startsWith("orm.")) {
        assertNull(
            bundle.getHeaders("").get(Constants.DYNAMICIMPORT_PACKAGE), bundle.getSymbolicName());
      }
    }
    BundleWiring wiring = tests.adapt(BundleWiring.class);
    assertEquals(List.of(), wiring.getProvidedWires(null));
    for (BundleWire wire : wiring.getRequiredWires(null)) {
      assertFalse(
          wire.getProvider().getSymbolicName().matches("orm\\.(engine|dialect\\..*)"),
          wire::toString);
    }
  }

  @Test
  void versionsOfOurBundlesAreOne() {
    Version version = container.bundle("orm.api").getVersion();
    for (Bundle bundle : container.context().getBundles()) {
      if (bundle.getSymbolicName().startsWith("orm.")) {
        assertEquals(version, bundle.getVersion(), bundle.getSymbolicName());
      }
    }
  }
}
