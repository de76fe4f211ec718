package orm.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import orm.api.catalog.Catalog;
import orm.spi.dialect.CatalogReader;

/**
 * A schema that nobody else ever sees: it is made, filled and read in one transaction, which is
 * then rolled back. What the statements do not make, such as types of extensions, is found where it
 * always is.
 */
final class ScratchSchema {
  private final DataSource dataSource;
  private final CatalogReader reader;

  ScratchSchema(DataSource dataSource, CatalogReader reader) {
    this.dataSource = dataSource;
    this.reader = reader;
  }

  Catalog catalogOf(List<String> statements) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        String path;
        try (ResultSet row = statement.executeQuery("SELECT current_setting('search_path')")) {
          row.next();
          path = row.getString(1);
        }
        String schema = "orm_scratch_" + UUID.randomUUID().toString().replace("-", "");
        statement.execute("CREATE SCHEMA " + schema);
        statement.execute(
            "SET LOCAL search_path = " + schema + (path.isBlank() ? "" : ", " + path));
        for (String sql : statements) {
          statement.execute(sql);
        }
        return reader.read(connection, List.of());
      } finally {
        connection.rollback();
      }
    }
  }
}
