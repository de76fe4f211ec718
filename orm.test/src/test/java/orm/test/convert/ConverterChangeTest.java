package orm.test.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.convert.Shelf_.SHELF;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import orm.api.Database;
import orm.api.config.DatabaseSettings;
import orm.api.error.MappingException;
import orm.api.schema.ColumnType;
import orm.engine.DatabaseHandle;
import orm.engine.Features;
import orm.engine.generation.GenerationSource;
import orm.engine.generation.Generations;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.test.engine.PlainFeatures;

/** Converters come and go while a database is open, as they do in a container. */
class ConverterChangeTest {
  /** An open database with a list of converters that changes. */
  private static final class Live implements AutoCloseable {
    final List<TypeConverter<?, ?>> converters = new CopyOnWriteArrayList<>(Samples.ALL);
    final Generations generations;
    final Database db;

    Live(DatabaseSettings settings) {
      Features features = PlainFeatures.of(settings, converters);
      generations = new Generations(settings, List.of(), features.eyes());
      db = new DatabaseHandle(generations, features);
      Dialect dialect = ServiceLoader.load(Dialect.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(each -> each.accepts(settings.url().orElseThrow()))
          .findFirst()
          .orElseThrow();
      generations.replace(
          new GenerationSource(
              settings, dialect, "the test", features.converters(), features.eyes()),
          "it was opened");
    }

    void come(TypeConverter<?, ?> converter) {
      converters.add(0, converter);
      generations.forgetPrepared();
    }

    void go(TypeConverter<?, ?> converter) {
      converters.remove(converter);
      generations.forgetPrepared();
    }

    @Override
    public void close() {
      db.close();
    }
  }

  /** Stores and reads amounts a hundred times as great: its own values come back as they were. */
  private static TypeConverter<Money, BigDecimal> hundredfold() {
    return new Plain<>(
        Money.class,
        BigDecimal.class,
        ColumnType.decimal(12, 2),
        true,
        money -> money.amount().movePointRight(2).setScale(2),
        stored -> new Money(stored.movePointLeft(2).setScale(2)));
  }

  @EachDatabase
  void oneThatLeavesIsMissedAtTheNextStatementAndOneThatComesBackIsUsed(TestDatabase test) {
    try (Live live = new Live(test.settings())) {
      live.db.schema().create(List.of(SHELF));
      Shelf shelf = new Shelf(1, Money.of("5.00"), null, null);
      live.db.insert(SHELF, shelf);
      assertEquals(
          shelf, live.db.from(SHELF).where(SHELF.worth.eq(Money.of("5"))).one());

      live.go(Samples.MONEY);
      List<Runnable> uses = List.of(
          () -> live.db.insert(SHELF, shelf),
          () -> assertEquals(shelf, live.db.get(SHELF, 1)),
          () -> live.db.from(SHELF).where(SHELF.worth.eq(Money.of("5"))).list(),
          () -> live.db.update(SHELF).set(SHELF.worth, Money.of("6")).all().execute());
      for (Runnable use : uses) {
        MappingException missing = assertThrows(MappingException.class, use::run);
        assertEquals("Shelf", missing.entity());
        assertTrue(
            String.valueOf(missing.getMessage()).contains("orm.test.convert.Money"),
            missing.getMessage());
      }

      TypeConverter<Money, BigDecimal> other = hundredfold();
      live.come(other);
      assertEquals(Money.of("0.05"), live.db.get(SHELF, 1).worth());
      live.come(Samples.MONEY);
      assertEquals(Money.of("5.00"), live.db.get(SHELF, 1).worth());
    }
  }

  @EachDatabase
  void aStatementEndsWithTheConverterThatItBeganWith(TestDatabase test) {
    try (Live live = new Live(test.settings())) {
      live.db.schema().create(List.of(SHELF));
      live.db.insertAll(
          SHELF,
          List.of(
              new Shelf(1, Money.of("1.00"), null, null),
              new Shelf(2, Money.of("2.00"), null, null),
              new Shelf(3, Money.of("3.00"), null, null)));
      List<Money> read = live.db.from(SHELF).orderBy(SHELF.id.asc()).stream(rows -> {
        List<Money> worths = new ArrayList<>();
        rows.forEach(row -> {
          worths.add(row.worth());
          live.come(hundredfold());
        });
        return worths;
      });
      assertEquals(List.of(Money.of("1.00"), Money.of("2.00"), Money.of("3.00")), read);
      assertEquals(Money.of("0.01"), live.db.get(SHELF, 1).worth());
    }
  }

  @EachDatabase
  void underLoadEachStatementUsesOneOfThoseThatWereThere(TestDatabase test) throws Exception {
    try (Live live = new Live(test.settings())) {
      live.db.schema().create(List.of(SHELF));
      live.db.insert(SHELF, new Shelf(1, Money.of("5.00"), List.of(Money.of("5.00")), null));
      AtomicBoolean done = new AtomicBoolean();
      Set<Map.Entry<Money, Money>> seen = ConcurrentHashMap.newKeySet();
      var threads = Executors.newFixedThreadPool(4);
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        readers.add(threads.submit(() -> {
          while (!done.get()) {
            Shelf shelf = live.db.from(SHELF).where(SHELF.id.eq(1)).one();
            seen.add(Map.entry(
                Objects.requireNonNull(shelf.worth()),
                Objects.requireNonNull(shelf.parts()).get(0)));
          }
          return true;
        }));
      }
      TypeConverter<Money, BigDecimal> other = hundredfold();
      for (int i = 0; i < 300; i++) {
        live.come(other);
        assertEquals(Money.of("0.05"), live.db.get(SHELF, 1).worth());
        live.go(other);
        assertEquals(Money.of("5.00"), live.db.get(SHELF, 1).worth());
      }
      done.set(true);
      for (Future<?> reader : readers) {
        reader.get(30, TimeUnit.SECONDS);
      }
      threads.shutdown();
      // within one row both components were read by the converter that the plan was made with
      assertTrue(
          seen.stream().allMatch(each -> each.getKey().equals(each.getValue())), seen.toString());
    }
  }
}
