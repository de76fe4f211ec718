package orm.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import orm.api.catalog.ObjectName;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.ForeignKeyException;
import orm.api.error.RowCountException;
import orm.spi.dialect.GuardWatch;
import orm.spi.dialect.StepGuard;

/**
 * Sees that a transaction without foreign keys breaks none. Enforcement can be switched only
 * outside of a transaction; inside, the switch does nothing, and dropping a table would delete its
 * children.
 */
final class SqliteGuardWatch implements GuardWatch {
  private final Connection connection;
  private final Collection<StepGuard> guards;
  private final SqliteDefinitions definitions;
  private final Map<StepGuard.RowsKept, Long> rows = new LinkedHashMap<>();
  private final boolean off;
  private final boolean wasOn;
  private long broken;

  private SqliteGuardWatch(
      Connection connection,
      Collection<StepGuard> guards,
      SqliteDefinitions definitions,
      boolean off,
      boolean wasOn) {
    this.connection = connection;
    this.guards = guards;
    this.definitions = definitions;
    this.off = off;
    this.wasOn = wasOn;
  }

  static SqliteGuardWatch of(
      Connection connection, Collection<StepGuard> guards, SqliteDefinitions definitions)
      throws SQLException {
    boolean off = guards.stream().anyMatch(StepGuard.ForeignKeysOff.class::isInstance);
    boolean wasOn = off && number(connection, "PRAGMA foreign_keys") == 1;
    if (wasOn) {
      execute(connection, "PRAGMA foreign_keys=OFF");
      if (number(connection, "PRAGMA foreign_keys") == 1) {
        throw new SQLException("foreign keys cannot be switched off inside a transaction");
      }
    }
    return new SqliteGuardWatch(connection, guards, definitions, off, wasOn);
  }

  @Override
  public void begun() throws SQLException {
    for (StepGuard guard : guards) {
      if (guard instanceof StepGuard.RowsKept kept) {
        rows.put(kept, count(kept.before()));
      }
    }
    if (off) {
      try {
        broken = number(connection, "SELECT count(*) FROM pragma_foreign_key_check");
      } catch (SQLException undefined) {
        broken = 0; // a reference to what is no key; the change may mend it
      }
    }
  }

  @Override
  public void check() throws SQLException {
    for (Map.Entry<StepGuard.RowsKept, Long> entry : rows.entrySet()) {
      long now = count(entry.getKey().after());
      if (now != entry.getValue()) {
        throw new RowCountException(
            Failure.of(ErrorCode.ROW_COUNT, "Cannot commit the change of the schema")
                .because("table " + entry.getKey().after() + " has " + now + " rows instead of "
                    + entry.getValue())
                .fix("Nothing was changed. Look for triggers and cascades that remove rows.")
                .at(null, null));
      }
    }
    if (off && number(connection, "SELECT count(*) FROM pragma_foreign_key_check") > broken) {
      throw violation();
    }
  }

  private ForeignKeyException violation() throws SQLException {
    String where = "rows refer to rows that are not there";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2"
                + " ORDER BY 3 DESC, 1 LIMIT 1")) {
      if (row.next()) {
        where = row.getLong(3) + " rows of " + row.getString(1) + " refer to rows of "
            + row.getString(2) + " that are not there";
      }
    }
    return new ForeignKeyException(
        Failure.of(ErrorCode.FOREIGN_KEY, "Cannot commit the change of the schema")
            .because(where)
            .fix("Nothing was changed. Delete or correct those rows first."));
  }

  @Override
  public void close() throws SQLException {
    if (wasOn) {
      execute(connection, "PRAGMA foreign_keys=ON");
    }
  }

  private long count(ObjectName table) throws SQLException {
    return number(connection, "SELECT count(*) FROM " + definitions.quote(table));
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
