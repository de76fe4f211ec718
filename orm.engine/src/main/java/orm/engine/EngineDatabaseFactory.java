package orm.engine;

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
import orm.engine.eyes.Eyes;
import orm.engine.eyes.Listeners;
import orm.engine.filter.RowFilters;
import orm.engine.generation.GenerationSource;
import orm.engine.generation.Generations;
import orm.engine.lifecycle.Lifecycle;
import orm.engine.plan.Converters;
import orm.engine.validation.Validators;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.filter.RowFilter;
import orm.spi.lifecycle.ActorSource;
import orm.spi.lifecycle.KeyGenerator;
import orm.spi.lifecycle.RowListener;
import orm.spi.listen.PoolListener;
import orm.spi.listen.StatementListener;
import orm.spi.listen.TransactionListener;
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
    List<RowValidator> validators = found(plugins, RowValidator.class, loader);
    Validators rules = new Validators(settings.validationLocale());
    rules.use(validators.isEmpty() ? null : validators.get(0));
    RowFilters filters = new RowFilters();
    filters.use(found(plugins, RowFilter.class, loader));
    List<TypeConverter<?, ?>> converters = new ArrayList<>();
    found(plugins, TypeConverter.class, loader).forEach(converters::add);
    return open(
        settings,
        found(plugins, Dialect.class, loader),
        new Features(
            new Converters(converters),
            new Eyes(
                settings,
                new Listeners(
                    found(plugins, StatementListener.class, loader),
                    found(plugins, TransactionListener.class, loader),
                    found(plugins, PoolListener.class, loader))),
            rules,
            filters,
            Lifecycle.of(
                found(plugins, RowListener.class, loader),
                found(plugins, ActorSource.class, loader),
                found(plugins, KeyGenerator.class, loader)),
            new FoundMigrations(plugins, loader),
            plugins.clock()));
  }

  /** What was given by hand, and then what {@link ServiceLoader} finds. */
  static <S> List<S> found(Plugins given, Class<S> type, ClassLoader loader) {
    List<S> found = new ArrayList<>(given.of(type));
    ServiceLoader.load(type, loader).forEach(found::add);
    return List.copyOf(found);
  }

  /**
   * Opens a database with everything that it needs.
   *
   * @param settings how to reach it
   * @param dialects dialects, the preferred one first
   * @param features what it uses beside the dialect
   * @return the database
   */
  public static Database open(
      DatabaseSettings settings, List<Dialect> dialects, Features features) {
    Dialect dialect = choose(settings, dialects);
    Generations generations = new Generations(settings, List.of(), features.eyes());
    DatabaseHandle handle = new DatabaseHandle(generations, features);
    try {
      generations.replace(
          new GenerationSource(
              settings,
              dialect,
              dialect.getClass().getName(),
              features.converters(),
              features.eyes()),
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
