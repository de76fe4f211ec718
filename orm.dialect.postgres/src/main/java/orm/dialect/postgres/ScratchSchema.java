package orm.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.ObjectName;
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
        String usual;
        try (ResultSet row =
            statement.executeQuery("SELECT current_setting('search_path'), current_schema()")) {
          row.next();
          path = row.getString(1);
          usual = row.getString(2);
        }
        String schema = "orm_scratch_" + UUID.randomUUID().toString().replace("-", "");
        statement.execute("CREATE SCHEMA " + schema);
        statement.execute(
            "SET LOCAL search_path = " + schema + (path.isBlank() ? "" : ", " + path));
        for (String sql : statements) {
          statement.execute(sql);
        }
        return asIfIn(usual, reader.read(connection, List.of()));
      } finally {
        connection.rollback();
      }
    }
  }

  /** A reference to a table that the statements do not make goes to the one that is there. */
  private static Catalog asIfIn(@Nullable String usual, Catalog read) {
    List<CatalogTable> tables = read.tables().stream()
        .map(table -> new CatalogTable(
            table.name(),
            table.columns(),
            table.primaryKey(),
            table.uniques(),
            table.foreignKeys().stream().map(key -> asIfIn(usual, key)).toList(),
            table.checks(),
            table.indexes(),
            table.triggers(),
            table.options(),
            table.comment()))
        .toList();
    return new Catalog(
        tables, read.views(), read.sequences(), read.enums(), read.domains(), read.others());
  }

  private static CatalogForeignKey asIfIn(@Nullable String usual, CatalogForeignKey key) {
    String schema = key.target().schema();
    return schema == null || !schema.equals(usual)
        ? key
        : new CatalogForeignKey(
            key.name(),
            key.columns(),
            ObjectName.of(key.target().name()),
            key.targetColumns(),
            key.onDelete(),
            key.onUpdate(),
            key.matchFull(),
            key.checkTime());
  }
}
