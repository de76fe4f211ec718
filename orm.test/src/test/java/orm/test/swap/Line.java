package orm.test.swap;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import orm.api.Database;
import orm.api.config.DatabaseSettings;
import orm.engine.DatabaseHandle;
import orm.engine.Features;
import orm.engine.generation.GenerationSource;
import orm.engine.generation.Generations;
import orm.spi.dialect.Dialect;
import orm.spi.listen.GenerationEvent;
import orm.test.database.TestDatabase;
import orm.test.engine.PlainFeatures;

/** A database whose generations the test replaces by hand, as a container does. */
final class Line implements AutoCloseable {
  final Generations generations;
  final List<GenerationEvent> events = new CopyOnWriteArrayList<>();
  private final Features features;
  private final Database db;
  private DatabaseSettings settings;
  private Optional<Dialect> serves = Optional.empty();

  Line(DatabaseSettings settings) {
    this.settings = settings;
    this.features = PlainFeatures.of(settings, List.of());
    this.generations = new Generations(settings, List.of(events::add), features.eyes());
    this.db = new DatabaseHandle(generations, features);
  }

  /** A line that serves, with the tables of this package. */
  static Line serving(TestDatabase database, String... settings) {
    DatabaseSettings.Builder changed = database.settings().toBuilder();
    for (int i = 0; i < settings.length; i += 2) {
      changed.set(settings[i], settings[i + 1]);
    }
    Line line = new Line(changed.build());
    line.replace(line.dialect());
    line.db.schema().create(List.of(Counter_.COUNTER, Receipt_.RECEIPT));
    return line;
  }

  Database db() {
    return db;
  }

  DatabaseSettings settings() {
    return settings;
  }

  /** The dialect that serves now. */
  Dialect serves() {
    return serves.orElseThrow();
  }

  /** A dialect as a bundle would bring it: an object of its own. */
  Dialect dialect() {
    return dialect(Optional.empty());
  }

  /** One that says that it has another copy of its driver, or none of which there may be one. */
  Dialect dialect(Optional<Class<?>> soleDriver) {
    for (Dialect found : ServiceLoader.load(Dialect.class)) {
      if (found.accepts(settings.url().orElseThrow())) {
        return (Dialect) Proxy.newProxyInstance(
            Dialect.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, given) -> switch (method.getName()) {
              case "soleDriver" -> soleDriver;
              case "equals" -> proxy == given[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> {
                try {
                  yield method.invoke(found, given);
                } catch (InvocationTargetException failed) {
                  throw failed.getCause();
                }
              }
            });
      }
    }
    throw new IllegalStateException("no dialect");
  }

  void replace(Dialect dialect) {
    replace(dialect, settings);
  }

  void replace(Dialect dialect, DatabaseSettings changed) {
    generations.replace(
        new GenerationSource(changed, dialect, "a test", features.converters(), features.eyes()),
        "the test wants it");
    settings = changed;
    serves = Optional.of(dialect);
  }

  List<GenerationEvent.Kind> kinds() {
    List<GenerationEvent.Kind> kinds = new ArrayList<>();
    events.forEach(event -> kinds.add(event.kind()));
    return kinds;
  }

  @Override
  public void close() {
    db.close();
  }
}
