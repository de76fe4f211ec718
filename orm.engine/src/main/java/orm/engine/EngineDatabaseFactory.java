package orm.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import orm.api.Database;
import orm.api.DatabaseFactory;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.engine.execute.StatementLog;
import orm.engine.generation.GenerationSource;
import orm.engine.generation.Generations;
import orm.engine.plan.Converters;
import orm.engine.validation.Validators;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.listen.StatementListener;
import orm.spi.validation.RowValidator;

/** Opens databases outside OSGi, with the plugins that {@link ServiceLoader} finds. */
public final class EngineDatabaseFactory implements DatabaseFactory {
  /** For {@link ServiceLoader}. */
  public EngineDatabaseFactory() {}

  @Override
  public Database open(DatabaseSettings settings, Plugins plugins) {
    // the loader of the engine, not that of the thread: plugins stand beside the engine on every
    // path
    ClassLoader loader = EngineDatabaseFactory.class.getClassLoader();
    List<Dialect> dialects = new ArrayList<>(plugins.dialects());
    for (Dialect dialect : ServiceLoader.load(Dialect.class, loader)) {
      dialects.add(dialect);
    }
    List<TypeConverter<?, ?>> converters = new ArrayList<>(plugins.converters());
    for (TypeConverter<?, ?> converter : ServiceLoader.load(TypeConverter.class, loader)) {
      converters.add(converter);
    }
    List<StatementListener> listeners = new ArrayList<>(plugins.listeners());
    for (StatementListener listener : ServiceLoader.load(StatementListener.class, loader)) {
      listeners.add(listener);
    }
    List<RowValidator> validators = new ArrayList<>(plugins.validators());
    for (RowValidator validator : ServiceLoader.load(RowValidator.class, loader)) {
      validators.add(validator);
    }
    return open(
        settings,
        dialects,
        converters,
        List.copyOf(listeners),
        validators,
        new FoundMigrations(plugins, loader),
        plugins.clock());
  }

  /**
   * Opens a database with everything that it needs.
   *
   * @param settings how to reach it
   * @param dialects dialects, the preferred one first
   * @param converters converters, the preferred one first
   * @param listeners who is told of statements; may change at any time, and is safe to read then
   * @param validators validators, the preferred one first
   * @param migrations what there is of migrations
   * @param clock tells the time of writes
   * @return the database
   */
  public static Database open(
      DatabaseSettings settings,
      List<Dialect> dialects,
      List<TypeConverter<?, ?>> converters,
      List<StatementListener> listeners,
      List<RowValidator> validators,
      MigrationPlugins migrations,
      Clock clock) {
    Dialect dialect = choose(settings, dialects);
    Generations generations = new Generations(settings, List.of());
    Validators rules = new Validators(settings.validationLocale());
    rules.use(validators.isEmpty() ? null : validators.get(0));
    DatabaseHandle handle = new DatabaseHandle(generations, migrations, rules, clock);
    try {
      generations.replace(
          new GenerationSource(
              settings,
              dialect,
              dialect.getClass().getName(),
              new Converters(converters),
              new StatementLog(settings.name(), listeners)),
          "it was opened");
      handle.migrateAsSet();
    } catch (RuntimeException refused) {
      handle.close();
      throw refused;
    }
    return handle;
  }

  private static Dialect choose(DatabaseSettings settings, List<Dialect> dialects) {
    for (Dialect dialect : dialects) {
      if (matches(settings, dialect)) {
        return dialect;
      }
    }
    throw new ConfigurationException(Failure.of(
            ErrorCode.UNKNOWN_DATABASE, "Cannot open database " + settings.name())
        .because("no dialect is there for "
            + settings
                .dialect()
                .or(() -> settings.url().map(DatabaseSettings::withoutSecrets))
                .orElse("its settings"))
        .fix(
            dialects.isEmpty()
                ? "No dialect is there at all: add orm.dialect.sqlite or orm.dialect.postgres."
                : "There are "
                    + dialects.stream()
                        .map(dialect -> dialect.name() + " (" + dialect.urlExample() + ")")
                        .distinct()
                        .collect(Collectors.joining(", "))
                    + "; add the bundle or jar of another dialect, or correct the URL."));
  }

  /**
   * Tells whether a dialect is the one that settings ask for.
   *
   * @param settings the settings
   * @param dialect the dialect
   * @return whether it is
   */
  public static boolean matches(DatabaseSettings settings, Dialect dialect) {
    Optional<String> wanted = settings.dialect();
    if (wanted.isPresent()) {
      return wanted.get().equals(dialect.name());
    }
    Optional<String> url = settings.url();
    return url.isPresent() && dialect.accepts(url.get());
  }
}
