package orm.test.eyes;

import java.util.List;
import java.util.ServiceLoader;
import orm.api.Database;
import orm.engine.EngineDatabaseFactory;
import orm.engine.eyes.Audience;
import orm.engine.eyes.Listeners;
import orm.spi.dialect.Dialect;
import orm.spi.listen.StatementListener;
import orm.test.database.TestDatabase;
import orm.test.engine.PlainFeatures;

/** A database whose listeners come and go as services do. */
final class Watched implements AutoCloseable {
  private final Database db;

  Watched(TestDatabase test, Audience<StatementListener> statements) {
    db = EngineDatabaseFactory.open(
        test.settings(),
        ServiceLoader.load(Dialect.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList(),
        PlainFeatures.of(
            test.settings(),
            List.of(),
            new Listeners(statements, new Audience<>(), new Audience<>())));
  }

  Database db() {
    return db;
  }

  @Override
  public void close() {
    db.close();
  }
}
