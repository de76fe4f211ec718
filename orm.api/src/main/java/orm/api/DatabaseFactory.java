package orm.api;

import java.time.Clock;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.config.DatabaseSettings;
import orm.api.migration.Migration;
import orm.api.migration.MigrationModule;
import orm.spi.convert.TypeConverter;
import orm.spi.dialect.Dialect;
import orm.spi.listen.StatementListener;
import orm.spi.validation.RowValidator;

/**
 * Opens databases outside OSGi; {@link Orm} finds it through {@link java.util.ServiceLoader}.
 * Inside OSGi it is a service for tools, which opens what nobody has configured; its plugins are
 * the services that are there at that moment. Implemented by the engine only.
 */
@ProviderType
public interface DatabaseFactory {
  /**
   * Opens a database and proves that it answers.
   *
   * @param settings how to reach it
   * @param plugins what was given by hand; what {@link java.util.ServiceLoader} or the service
   *     registry has is added behind it
   * @return the database
   * @throws orm.api.error.ConfigurationException if no dialect fits or a setting is wrong
   * @throws orm.api.error.ConnectionException if the database does not answer
   */
  Database open(DatabaseSettings settings, Plugins plugins);

  /**
   * What a program gives by hand.
   *
   * @param dialects dialects, the preferred one first
   * @param converters converters, which go before those that are found
   * @param listeners listeners
   * @param validators validators, which go before those that are found; the first one checks
   * @param modules modules of migrations
   * @param migrations migrations in Java
   * @param clock tells the time of writes
   */
  record Plugins(
      List<Dialect> dialects,
      List<TypeConverter<?, ?>> converters,
      List<StatementListener> listeners,
      List<RowValidator> validators,
      List<MigrationModule> modules,
      List<Migration> migrations,
      Clock clock) {
    /**
     * Copies the lists.
     *
     * @param dialects dialects, the preferred one first
     * @param converters converters, which go before those that are found
     * @param listeners listeners
     * @param validators validators, which go before those that are found; the first one checks
     * @param modules modules of migrations
     * @param migrations migrations in Java
     * @param clock tells the time of writes
     */
    public Plugins {
      dialects = List.copyOf(dialects);
      converters = List.copyOf(converters);
      listeners = List.copyOf(listeners);
      validators = List.copyOf(validators);
      modules = List.copyOf(modules);
      migrations = List.copyOf(migrations);
    }
  }
}
