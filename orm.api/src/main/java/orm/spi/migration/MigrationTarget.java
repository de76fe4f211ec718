package orm.spi.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.config.DatabaseSettings;
import orm.api.migration.Migration;
import orm.api.migration.MigrationListener;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;
import orm.api.model.EntityTable;
import orm.spi.dialect.Connector;

/**
 * A database, as the engine gives it to a {@link Migrator}. Safe for use by several threads; what
 * it tells changes while services come and go.
 */
@ProviderType
public interface MigrationTarget {
  /** {@return the settings of the database} */
  DatabaseSettings settings();

  /**
   * Works with the database, which stays open meanwhile.
   *
   * @param <T> what the work gives
   * @param work the work
   * @return what it gave
   */
  <T> T with(Function<? super Access, T> work);

  /** {@return the modules of entities that are there} */
  List<EntityModule> entities();

  /** {@return the modules of migrations that are there} */
  List<MigrationModule> modules();

  /** {@return the migrations in Java that are there} */
  List<Migration> migrations();

  /** {@return those who want to be told of every run} */
  List<MigrationListener> listeners();

  /** The database while it is kept open. */
  @ProviderType
  interface Access {
    /** {@return the name of the dialect} */
    String dialect();

    /** {@return what reaches the database} */
    Connector connector();

    /**
     * Opens a connection beside the pool; from the pool where the database lives in its connection.
     *
     * @return the connection, in auto-commit mode, to be closed by the caller
     * @throws SQLException if the database gives none
     */
    Connection connect() throws SQLException;

    /**
     * Writes the statements that create tables of entities in an empty database.
     *
     * @param tables the tables
     * @return the statements, in order
     */
    List<String> createStatements(Collection<? extends EntityTable<?, ?>> tables);

    /** Lets the pool replace its connections, because tables are others now. */
    void schemaChanged();
  }
}
