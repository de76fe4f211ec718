package orm.test.engine;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orm.api.config.DatabaseSettings;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.engine.Features;
import orm.engine.MigrationPlugins;
import orm.engine.eyes.Eyes;
import orm.engine.eyes.Listeners;
import orm.engine.filter.RowFilters;
import orm.engine.lifecycle.Lifecycle;
import orm.engine.plan.Converters;
import orm.engine.validation.Validators;
import orm.spi.convert.TypeConverter;
import orm.spi.migration.Migrator;

/** The features of a database without plugins, but for converters. */
public final class PlainFeatures {
  private PlainFeatures() {}

  /**
   * Returns the features.
   *
   * @param settings the database's settings
   * @param converters its converters, a list that may change
   * @return new features
   */
  public static Features of(DatabaseSettings settings, List<TypeConverter<?, ?>> converters) {
    return of(settings, converters, new Listeners());
  }

  /**
   * Returns the features of a database that somebody listens to.
   *
   * @param settings the database's settings
   * @param converters its converters, a list that may change
   * @param listeners who is told
   * @return new features
   */
  public static Features of(
      DatabaseSettings settings, List<TypeConverter<?, ?>> converters, Listeners listeners) {
    return new Features(
        new Converters(converters),
        new Eyes(settings, listeners),
        new Validators(Locale.ROOT),
        new RowFilters(),
        new Lifecycle(),
        new NoMigrations(),
        Clock.systemUTC());
  }

  private static final class NoMigrations implements MigrationPlugins {
    @Override
    public Optional<Migrator> migrator() {
      return Optional.empty();
    }

    @Override
    public List<EntityModule> entities() {
      return List.of();
    }

    @Override
    public List<MigrationModule> modules() {
      return List.of();
    }

    @Override
    public List<Migration> migrations() {
      return List.of();
    }

    @Override
    public List<MigrationListener> listeners() {
      return List.of();
    }
  }
}
