package orm.migration.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationVersion;
import orm.spi.dialect.MigrationSupport;

/**
 * The table in which the history is kept. All its columns are texts and whole numbers, so that it
 * is the same on every database.
 */
public final class HistoryTable {
  /** Its name. */
  public static final String NAME = "orm_migration";

  private static final String COLUMNS = "module, id, kind, name, state, checksum, position, step,"
      + " running, replaces, applied_at, applied_by, millis, up_text, down_text";

  private final MigrationSupport support;

  /**
   * Makes the table of one database.
   *
   * @param support knows the database
   */
  public HistoryTable(MigrationSupport support) {
    this.support = support;
  }

  /**
   * Reads everything.
   *
   * @param connection a connection
   * @return the history; empty where there is no table yet
   * @throws SQLException if the database refuses
   */
  public History read(Connection connection) throws SQLException {
    List<HistoryRow> rows = new ArrayList<>();
    if (!support.hasTable(connection, NAME)) {
      return new History(rows);
    }
    String sql = "SELECT " + COLUMNS + " FROM " + support.qualified(connection, NAME);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row(row));
      }
    }
    return new History(rows);
  }

  private static HistoryRow row(ResultSet row) throws SQLException {
    String replaces = row.getString(10);
    String down = row.getString(15);
    return new HistoryRow(
        row.getString(1),
        row.getString(2),
        MigrationKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getString(4),
        HistoryRow.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        row.getString(6),
        row.getInt(7),
        row.getInt(8),
        row.getInt(9),
        replaces == null ? null : MigrationVersion.of(replaces),
        Instant.parse(row.getString(11)),
        row.getString(12),
        row.getInt(13),
        PackedText.unpack(row.getString(14)),
        down == null ? null : PackedText.unpack(down));
  }

  /**
   * Makes the table if it is not there.
   *
   * @param connection a connection in auto-commit mode
   * @throws SQLException if the database refuses
   */
  public void create(Connection connection) throws SQLException {
    if (support.hasTable(connection, NAME)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE " + support.qualified(connection, NAME) + """
           (
            module text NOT NULL,
            id text NOT NULL,
            kind text NOT NULL,
            name text NOT NULL,
            state text NOT NULL,
            checksum text NOT NULL,
            position integer NOT NULL,
            step integer NOT NULL,
            running integer NOT NULL,
            replaces text,
            applied_at text NOT NULL,
            applied_by text NOT NULL,
            millis integer NOT NULL,
            up_text text NOT NULL,
            down_text text,
            PRIMARY KEY (module, id)
          )""" + support.tableOptions());
    }
  }

  /**
   * Names the table so that a migration cannot hide it.
   *
   * @param connection a connection on which nothing has run yet
   * @return what writes rows through this connection
   * @throws SQLException if the database refuses
   */
  public Writer writer(Connection connection) throws SQLException {
    return new Writer(connection, support.qualified(connection, NAME));
  }

  /** Writes rows, in the transaction of its connection. */
  public static final class Writer {
    private final Connection connection;
    private final String table;

    private Writer(Connection connection, String table) {
      this.connection = connection;
      this.table = table;
    }

    /**
     * Stores a row in the place of the one with its name.
     *
     * @param row the row
     * @throws SQLException if the database refuses
     */
    public void put(HistoryRow row) throws SQLException {
      remove(row.module(), row.id());
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " ("
          + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
        insert.setString(1, row.module());
        insert.setString(2, row.id());
        insert.setString(3, row.kind().name().toLowerCase(Locale.ROOT));
        insert.setString(4, row.name());
        insert.setString(5, row.state().text());
        insert.setString(6, row.checksum());
        insert.setInt(7, row.position());
        insert.setInt(8, row.step());
        insert.setInt(9, row.running());
        insert.setString(10, text(row.replaces()));
        insert.setString(11, row.at().toString());
        insert.setString(12, row.by());
        insert.setInt(13, row.millis());
        insert.setString(14, PackedText.pack(row.up()));
        insert.setString(15, row.down() == null ? null : PackedText.pack(row.down()));
        insert.executeUpdate();
      }
    }

    private static @Nullable String text(@Nullable MigrationVersion version) {
      return version == null ? null : version.toString();
    }

    /**
     * Stores how far a migration has come.
     *
     * @param row the row
     * @throws SQLException if the database refuses, or the row is gone
     */
    public void progress(HistoryRow row) throws SQLException {
      try (PreparedStatement update = connection.prepareStatement("UPDATE " + table
          + " SET state = ?, step = ?, running = ?, millis = ? WHERE module = ? AND id = ?")) {
        update.setString(1, row.state().text());
        update.setInt(2, row.step());
        update.setInt(3, row.running());
        update.setInt(4, row.millis());
        update.setString(5, row.module());
        update.setString(6, row.id());
        if (update.executeUpdate() != 1) {
          throw new SQLException(
              "the history has lost " + row.module() + " " + row.id() + " while it ran");
        }
      }
    }

    /**
     * Strikes a row.
     *
     * @param module the module
     * @param id what names it there
     * @throws SQLException if the database refuses
     */
    public void remove(String module, String id) throws SQLException {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + table + " WHERE module = ? AND id = ?")) {
        delete.setString(1, module);
        delete.setString(2, id);
        delete.executeUpdate();
      }
    }
  }
}
