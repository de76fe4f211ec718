package orm.spi.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.catalog.Catalog;
import orm.api.config.Isolation;

/** One database as its dialect reaches and speaks to it. Safe for use by several threads. */
@ConsumerType
public interface Connector extends AutoCloseable {
  /**
   * Returns what opens connections, not pooled. Each connection comes ready for use, in auto-commit
   * mode, with every session setting made; its statements may be kept and reused below the pool.
   *
   * @return the data source, which uses neither {@code DriverManager} nor the thread's class loader
   */
  DataSource dataSource();

  /**
   * {@return which database this is, for messages: file or host, port and name; without secrets}
   */
  String target();

  /**
   * Limits the pool.
   *
   * @param wanted the number of connections in the settings
   * @return the number to use; 1 for a database that lives in its connection
   */
  default int poolMax(int wanted) {
    return wanted;
  }

  /**
   * {@return whether the database lives in its connections, so that they must never be replaced}
   */
  default boolean livesInConnection() {
    return false;
  }

  /**
   * Names the lock that writers must hold, one at a time, before they begin. The engine keeps the
   * lock, fair and shared by everybody who names it, so that it outlives this connector.
   *
   * @return the name, unique to the database; empty where writers need no lock
   */
  default Optional<String> writerLock() {
    return Optional.empty();
  }

  /**
   * Begins a transaction on a connection in auto-commit mode.
   *
   * @param connection the connection
   * @param isolation the least isolation
   * @param readOnly whether the database must refuse writes
   * @throws SQLException if the database refuses
   */
  void begin(Connection connection, Isolation isolation, boolean readOnly) throws SQLException;

  /**
   * Brings a connection back to auto-commit mode after commit or rollback, and undoes what
   * {@link #begin} set for this transaction alone.
   *
   * @param connection the connection
   * @param readOnly what {@code begin} was given
   * @throws SQLException if the database refuses; the connection is then thrown away
   */
  void end(Connection connection, boolean readOnly) throws SQLException;

  /**
   * Checks that the database is fit for use: version, settings, file.
   *
   * @param connection a connection
   * @return product and version, such as {@code PostgreSQL 18.6}
   * @throws SQLException if the database refuses
   * @throws orm.api.error.ConfigurationException if the database is too old or not fit
   */
  String check(Connection connection) throws SQLException;

  /** {@return how this database says things in SQL} */
  SqlSyntax syntax();

  /** {@return how this database defines tables} */
  SchemaSyntax schemaSyntax();

  /** {@return how the objects of this database are found} */
  CatalogReader catalogReader();

  /** {@return what changing the schema of this database needs} */
  MigrationSupport migrationSupport();

  /** {@return how this database is told to change its objects} */
  ChangeWriter changeWriter();

  /**
   * Runs statements that create objects, in a throw-away place of the same kind as this database,
   * and reads what they made: so that a wish can be compared with what is there. The database
   * itself stays as it is.
   *
   * @param statements the statements, in order
   * @return what they made, as {@link #catalogReader} reads it where a connection looks first
   * @throws SQLException if the database refuses
   */
  Catalog catalogOf(List<String> statements) throws SQLException;

  /** {@return how values travel to and from this database} */
  ValueCodec codec();

  /**
   * {@return what tells other processes of writes; empty where nothing does, so that writes of
   * other processes are not noticed}
   */
  default Optional<ChangeChannel> changeChannel() {
    return Optional.empty();
  }

  /**
   * Explains an exception of the driver.
   *
   * @param exception what the driver threw
   * @return what it means
   */
  SqlFailure classify(SQLException exception);

  /** Releases what belongs to this connector alone. Its connections are closed before. */
  @Override
  void close();
}
