package orm.spi.dialect;

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
