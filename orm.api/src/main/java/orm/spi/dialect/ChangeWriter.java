package orm.spi.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.SchemaChange;

/** How one kind of database is told to change its objects. Stateless. */
@ConsumerType
public interface ChangeWriter {
  /** What a change asks of a database that is in use. */
  enum Cost {
    /** Short, whatever the number of rows. */
    SHORT,
    /** Reads all rows while nobody can write. */
    SCAN,
    /** Writes all rows anew while nobody can read or write. */
    REWRITE
  }

  /** How changes are written. */
  enum Option {
    /**
     * Indexes are built beside running transactions, and constraints are first added and then
     * checked, where the database can: slower, not in one transaction, but nobody waits for long.
     */
    ONLINE
  }

  /**
   * Writes the statements that make changes, in the order in which they run.
   *
   * @param before what is there
   * @param changes what changes, in an order that makes sense
   * @param after what is there when all changes are made
   * @param options how to write
   * @return the steps, in order; none where nothing changes
   * @throws orm.api.error.UnsupportedQueryException if this database cannot make a change
   * @throws SQLException if the version of the database cannot be found out
   */
  List<ChangeStep> write(
      Catalog before, List<SchemaChange> changes, Catalog after, Collection<Option> options)
      throws SQLException;

  /**
   * Begins to watch a transaction before it begins.
   *
   * @param connection the connection, in auto-commit mode
   * @param guards what must hold
   * @return what checks it and brings the connection back, to be closed by the caller
   * @throws SQLException if the database refuses
   */
  GuardWatch watch(Connection connection, Collection<StepGuard> guards) throws SQLException;

  /**
   * Tells whether values may be lost, in whole or in part, when a column gets another type.
   *
   * @param before the column before
   * @param after the column after
   * @return whether there are values of the one type that the other one cannot hold exactly
   */
  boolean losesValues(CatalogColumn before, CatalogColumn after);

  /**
   * Tells what a change asks of a database that is in use.
   *
   * @param change the change
   * @return its cost
   */
  Cost cost(SchemaChange change);

  /** {@return whether names that differ in case alone are the same} */
  boolean ignoresCase();
}
