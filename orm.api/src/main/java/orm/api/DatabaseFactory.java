package orm.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.config.DatabaseSettings;

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
   * @param services plugins by the type of their service, the preferred ones first; they go before
   *     those that are found
   * @param clock tells the time of writes
   */
  record Plugins(Map<Class<?>, List<?>> services, Clock clock) {
    /**
     * Copies the plugins.
     *
     * @param services plugins by the type of their service, the preferred ones first
     * @param clock tells the time of writes
     */
    public Plugins {
      Map<Class<?>, List<?>> copy = new HashMap<>();
      services.forEach((type, given) -> copy.put(type, List.copyOf(given)));
      services = Map.copyOf(copy);
    }

    /**
     * Returns the plugins of one kind.
     *
     * @param <S> the type of their service
     * @param type the type of their service
     * @return the preferred ones first, unmodifiable
     */
    public <S> List<S> of(Class<S> type) {
      List<S> plugins = new ArrayList<>();
      for (Object plugin : services.getOrDefault(type, List.of())) {
        plugins.add(type.cast(plugin));
      }
      return List.copyOf(plugins);
    }
  }
}
