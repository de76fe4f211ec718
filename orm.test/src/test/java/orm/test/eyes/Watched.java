package orm.test.eyes;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import orm.api.Database;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.engine.EngineDatabaseFactory;
import orm.engine.Features;
import orm.engine.MigrationPlugins;
import orm.engine.eyes.Audience;
import orm.engine.eyes.Eyes;
import orm.engine.eyes.Listeners;
import orm.engine.plan.Converters;
import orm.engine.validation.Validators;
import orm.spi.dialect.Dialect;
import orm.spi.listen.StatementListener;
import orm.spi.migration.Migrator;
import orm.test.database.TestDatabase;

/** A database whose listeners come and go as services do. */
final class Watched implements AutoCloseable {
  private final Database db;

  Watched(TestDatabase test, Audience<StatementListener> statements) {
    db = EngineDatabaseFactory.open(
        test.settings(),
        ServiceLoader.load(Dialect.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList(),
        new Features(
            new Converters(List.of()),
            new Eyes(
                test.settings(), new Listeners(statements, new Audience<>(), new Audience<>())),
            new Validators(Locale.ROOT),
            new NoMigrations(),
            Clock.systemUTC()));
  }

  Database db() {
    return db;
  }

  @Override
  public void close() {
    db.close();
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
