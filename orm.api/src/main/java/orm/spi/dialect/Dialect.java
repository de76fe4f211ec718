package orm.spi.dialect;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.config.DatabaseSettings;

/**
 * Everything that the engine must know of one kind of database. Stateless and safe for use by
 * several threads.
 */
@ConsumerType
public interface Dialect {
  /** {@return the name in settings and services, such as {@code sqlite}; lower case} */
  String name();

  /**
   * Tells whether a URL belongs to this kind of database.
   *
   * @param url a JDBC URL
   * @return whether {@link #connector} can use it
   */
  boolean accepts(String url);

  /**
   * Returns the driver, if a process must not use two copies of it for one database at a time. A
   * generation with another copy is opened only after the one before has been closed; calls wait
   * meanwhile.
   *
   * @return a class of the driver, which tells one copy from another; empty where copies get along
   */
  default Optional<Class<?>> soleDriver() {
    return Optional.empty();
  }

  /** {@return a URL to show in messages, such as {@code jdbc:sqlite:shop.db}} */
  String urlExample();

  /**
   * Prepares to use one database. Checks the settings but does not connect.
   *
   * @param settings how to reach it; its dialect is this one, or its URL is accepted
   * @return what reaches it, to be closed by the caller
   * @throws orm.api.error.ConfigurationException if a setting is missing, unknown or dangerous
   */
  Connector connector(DatabaseSettings settings);
}
