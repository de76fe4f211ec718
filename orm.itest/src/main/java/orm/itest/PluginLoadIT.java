package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.itest.store.Paint_.PAINT;
import static orm.itest.store.Parcel_.PARCEL;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import orm.api.Database;
import orm.api.model.EntityTable;
import orm.api.schema.ColumnType;
import orm.itest.store.Colour;
import orm.itest.store.Paint;
import orm.itest.store.Parcel;
import orm.spi.convert.TypeConverter;
import orm.spi.lifecycle.ActorSource;
import orm.spi.lifecycle.KeyGenerator;
import orm.spi.lifecycle.RowListener;
import orm.spi.listen.PoolListener;
import orm.spi.listen.StatementListener;
import orm.spi.listen.TransactionListener;
import orm.spi.validation.RowCheck;
import orm.spi.validation.RowValidator;
import orm.spi.validation.WriteKind;

/**
 * Plugins of every kind come, outrank others and go while threads write and read: no call fails,
 * and each row was made by one plugin of each kind. Filters and caches are in tests of their own.
 */
class PluginLoadIT {
  private static final int ROUNDS = 40;

  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private final AtomicInteger told = new AtomicInteger();

  private Database open() throws Exception {
    String name = container.name("plugins");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(Map.of("name", name, "url", "jdbc:sqlite:" + folder.resolve("plugins.db")));
    return watch.come();
  }

  private <S> ServiceRegistration<S> register(Class<S> type, S service, int ranking) {
    return container
        .context()
        .registerService(
            type, service, FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, ranking)));
  }

  /** What outranks the plugins that are there all the time, or joins them. */
  private List<Callable<ServiceRegistration<?>>> newcomers() {
    return List.of(
        () -> register(KeyGenerator.class, new Keys("b"), 10),
        () -> register(ActorSource.class, () -> Optional.of("bob"), 10),
        () -> register(RowListener.class, new Marking(), 10),
        () -> register(TypeConverter.class, new Codes(), 10),
        () -> register(RowValidator.class, new Agreeing(), 10),
        () -> register(StatementListener.class, event -> told.incrementAndGet(), 10),
        () -> register(TransactionListener.class, event -> told.incrementAndGet(), 10),
        () -> register(PoolListener.class, event -> told.incrementAndGet(), 10));
  }

  @Test
  void pluginsComeAndGoUnderLoad() throws Exception {
    List<ServiceRegistration<?>> always = List.of(
        register(KeyGenerator.class, new Keys("a"), 0),
        register(ActorSource.class, () -> Optional.of("ann"), 0),
        register(TypeConverter.class, new Codes(), 0));
    Database db = open();
    db.schema().create(List.of(PARCEL, PAINT));
    Paint paint = new Paint(1, new Colour(255, 128, 0));
    db.insert(PAINT, paint);
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    long written = 0;
    try {
      List<Future<Long>> work = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        work.add(threads.submit(() -> {
          long rows = 0;
          while (!ended.get()) {
            Parcel stored = db.insert(PARCEL, new Parcel(null, "red", "p", ""));
            assertEquals(stored, db.get(PARCEL, String.valueOf(stored.id())));
            rows += 1 + db.insertAll(PARCEL, parcels()).size();
            assertEquals(
                paint, db.from(PAINT).where(PAINT.colour.eq(paint.colour())).one());
          }
          return rows;
        }));
      }
      for (int round = 0; round < ROUNDS; round++) {
        List<ServiceRegistration<?>> come = new ArrayList<>();
        for (Callable<ServiceRegistration<?>> newcomer : newcomers()) {
          come.add(newcomer.call());
        }
        come.forEach(ServiceRegistration::unregister);
      }
      ended.set(true);
      for (Future<Long> one : work) {
        written += one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      ended.set(true);
      threads.shutdownNow();
    }
    List<Parcel> rows = db.from(PARCEL).list();
    assertEquals(written, rows.size());
    assertTrue(
        rows.stream()
            .allMatch(row -> Set.of("ann", "bob").contains(row.sender())
                && Set.of("p", "p!").contains(row.text())),
        () -> rows.stream().distinct().limit(20).toList().toString());
    assertTrue(rows.stream().anyMatch(row -> row.sender().equals("bob")), "newcomers are used");
    assertTrue(told.get() > 0, "newcomers are told");
    always.forEach(ServiceRegistration::unregister);
  }

  private static List<Parcel> parcels() {
    return IntStream.range(0, 5).mapToObj(i -> new Parcel(null, "red", "p", "")).toList();
  }

  /** Makes keys that begin with a text. */
  private record Keys(String prefix) implements KeyGenerator<String> {
    private static final AtomicLong LAST = new AtomicLong();

    @Override
    public String name() {
      return "parcel";
    }

    @Override
    public List<String> next(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> prefix + LAST.incrementAndGet())
          .toList();
    }
  }

  /** Marks rows before they are written. */
  private static final class Marking implements RowListener<Parcel> {
    @Override
    public EntityTable<Parcel, ?> table() {
      return PARCEL;
    }

    @Override
    public Parcel beforeWrite(Parcel row, WriteKind kind) {
      return new Parcel(row.id(), row.tenant(), row.text() + "!", row.sender());
    }
  }

  /** Finds nothing wrong with any row. */
  private static final class Agreeing implements RowValidator {
    @Override
    public <R> Optional<RowCheck<R>> checkOf(Class<R> type, Locale locale) {
      return Optional.of((row, kind, out) -> {});
    }
  }

  /** Writes colours as numbers. */
  private static final class Codes implements TypeConverter<Colour, String> {
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
      return String.format("#%02x%02x%02x", value.red(), value.green(), value.blue());
    }

    @Override
    public Colour fromStored(String stored) {
      int rgb = Integer.parseInt(stored.substring(1), 16);
      return new Colour(rgb >> 16, (rgb >> 8) & 255, rgb & 255);
    }
  }
}
