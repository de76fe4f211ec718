package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import orm.test.database.PostgresServer;

/** A real PostgreSQL server can be had from inside the framework. */
class PostgresServerIT {

  @Test
  void eachDatabaseIsNew() throws SQLException {
    assertEquals(0, tablesAfterCreatingOne());
    assertEquals(0, tablesAfterCreatingOne());
  }

  private static int tablesAfterCreatingOne() throws SQLException {
    try (Connection connection =
            PostgresServer.dataSource(PostgresServer.newDatabase()).getConnection();
        Statement statement = connection.createStatement()) {
      int before = tables(statement);
      statement.execute("CREATE TABLE book (id bigint PRIMARY KEY)");
      assertEquals(before + 1, tables(statement));
      return before;
    }
  }

  private static int tables(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")) {
      assertTrue(rows.next());
      return rows.getInt(1);
    }
  }
}
