package orm.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import orm.api.annotation.CheckReturnValue;
import orm.api.config.DatabaseSettings;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.migration.Migration;
import orm.api.migration.MigrationModule;
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

/** Opens a database with plugins given by hand. Not safe for use by several threads. */
public final class DatabaseBuilder {
  private final DatabaseSettings settings;
  private final Map<Class<?>, List<Object>> plugins = new HashMap<>();
  private Clock clock = Clock.systemUTC();

  DatabaseBuilder(DatabaseSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Adds a dialect, which goes before those that are found.
   *
   * @param dialect the dialect
   * @return this builder
   */
  public DatabaseBuilder dialect(Dialect dialect) {
    return plugin(Dialect.class, dialect);
  }

  /**
   * Adds a converter, which goes before those that are found.
   *
   * @param converter the converter
   * @return this builder
   */
  public DatabaseBuilder converter(TypeConverter<?, ?> converter) {
    return plugin(TypeConverter.class, converter);
  }

  /**
   * Adds a listener.
   *
   * @param listener the listener
   * @return this builder
   */
  public DatabaseBuilder listener(StatementListener listener) {
    return plugin(StatementListener.class, listener);
  }

  /**
   * Adds a listener for the begin and end of transactions.
   *
   * @param listener the listener
   * @return this builder
   */
  public DatabaseBuilder transactionListener(TransactionListener listener) {
    return plugin(TransactionListener.class, listener);
  }

  /**
   * Adds a listener for the connections that are taken from the pool.
   *
   * @param listener the listener
   * @return this builder
   */
  public DatabaseBuilder poolListener(PoolListener listener) {
    return plugin(PoolListener.class, listener);
  }

  /**
   * Adds a validator, which goes before those that are found; the first one checks, alone.
   *
   * @param validator the validator
   * @return this builder
   */
  public DatabaseBuilder validator(RowValidator validator) {
    return plugin(RowValidator.class, validator);
  }

  /**
   * Adds a filter, beside those that are found; all of them apply.
   *
   * @param filter the filter
   * @return this builder
   */
  public DatabaseBuilder filter(RowFilter filter) {
    return plugin(RowFilter.class, filter);
  }

  /**
   * Adds a listener of rows, which is called before those that are found.
   *
   * @param listener the listener
   * @return this builder
   */
  public DatabaseBuilder rowListener(RowListener<?> listener) {
    return plugin(RowListener.class, listener);
  }

  /**
   * Adds what tells who writes, which goes before those that are found; the first one is asked,
   * alone.
   *
   * @param actor knows who writes
   * @return this builder
   */
  public DatabaseBuilder actor(ActorSource actor) {
    return plugin(ActorSource.class, actor);
  }

  /**
   * Adds a generator of keys, which goes before those of the same name that are found.
   *
   * @param generator the generator
   * @return this builder
   */
  public DatabaseBuilder keyGenerator(KeyGenerator<?> generator) {
    return plugin(KeyGenerator.class, generator);
  }

  /**
   * Adds a module of migrations, beside those that are found.
   *
   * @param module the module
   * @return this builder
   */
  public DatabaseBuilder migrations(MigrationModule module) {
    return plugin(MigrationModule.class, module);
  }

  /**
   * Adds a migration in Java, beside those that are found.
   *
   * @param migration the migration
   * @return this builder
   */
  public DatabaseBuilder migration(Migration migration) {
    return plugin(Migration.class, migration);
  }

  private DatabaseBuilder plugin(Class<?> type, Object plugin) {
    plugins
        .computeIfAbsent(type, first -> new ArrayList<>())
        .add(Objects.requireNonNull(plugin, type.getSimpleName()));
    return this;
  }

  /**
   * Sets what tells the time of writes; the system's clock in UTC by default.
   *
   * @param time the clock
   * @return this builder
   */
  public DatabaseBuilder clock(Clock time) {
    this.clock = Objects.requireNonNull(time, "clock");
    return this;
  }

  /**
   * Opens the database and proves that it answers.
   *
   * @return the database, to be closed by the caller
   * @throws ConfigurationException if there is no engine, no dialect fits, or a setting is wrong
   * @throws orm.api.error.MigrationException if the setting {@code migrate} asks for a schema that
   *     is not there, or for migrations that fail
   * @throws orm.api.error.ConnectionException if the database does not answer
   */
  @CheckReturnValue
  public Database open() {
    // the loader of the API, not that of the thread: engines stand beside the API on every path
    return ServiceLoader.load(DatabaseFactory.class, DatabaseBuilder.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new ConfigurationException(
            Failure.of(ErrorCode.NO_ENGINE, "Cannot open database " + settings.name())
                .because("no engine is on the class path or module path")
                .fix("Add orm.engine; in OSGi use the Database service instead of Orm.open.")))
        .open(settings, new DatabaseFactory.Plugins(Map.copyOf(plugins), clock));
  }
}
