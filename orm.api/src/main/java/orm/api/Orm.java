package orm.api;

import orm.api.config.DatabaseSettings;

/** Opens databases outside a container; inside OSGi, take the {@link Database} service instead. */
public final class Orm {
  private Orm() {}

  /**
   * Opens a database with the engine and dialect that {@link java.util.ServiceLoader} finds.
   *
   * @param url a JDBC URL, such as {@code jdbc:sqlite:shop.db}
   * @return the database, to be closed by the caller
   * @throws orm.api.error.ConfigurationException if no dialect knows the URL; the message says
   *     which dialects are there
   * @throws orm.api.error.ConnectionException if the database does not answer
   */
  public static Database open(String url) {
    return open(DatabaseSettings.of(url));
  }

  /**
   * Opens a database.
   *
   * @param settings how to reach it
   * @return the database, to be closed by the caller
   * @throws orm.api.error.ConfigurationException if no dialect fits or a setting is wrong
   * @throws orm.api.error.ConnectionException if the database does not answer
   */
  public static Database open(DatabaseSettings settings) {
    return builder(settings).open();
  }

  /**
   * Begins to open a database with converters, listeners or a dialect given by hand.
   *
   * @param settings how to reach it
   * @return a builder
   */
  public static DatabaseBuilder builder(DatabaseSettings settings) {
    return new DatabaseBuilder(settings);
  }
}
