package orm.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogOther;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogView;
import orm.api.schema.ColumnType;
import orm.api.schema.IndexSchema;
import orm.spi.dialect.CatalogReader;
import orm.spi.dialect.TextIndexDefinition;
import orm.spi.sql.SqlLexer;

/**
 * Reads what SQLite knows of its tables: the pragmas tell columns, keys and references, the texts
 * of the definitions the rest. A schema is a file that is attached.
 */
final class SqliteCatalogReader implements CatalogReader {
  private final SqlLexer lexer;
  private final SqliteTypes types;

  SqliteCatalogReader(SqlLexer lexer, DecimalForm decimals) {
    this.lexer = lexer;
    this.types = new SqliteTypes(lexer, decimals);
  }

  @Override
  public Catalog read(Connection connection, Collection<String> schemas) throws SQLException {
    if (schemas.isEmpty()) {
      SchemaReading main = read(connection, "main", false);
      return catalog(main.tables(), main.views(), main.others());
    }
    List<CatalogTable> tables = new ArrayList<>();
    List<CatalogView> views = new ArrayList<>();
    List<CatalogOther> others = new ArrayList<>();
    for (String schema : schemas.stream().distinct().sorted().toList()) {
      SchemaReading reading = read(connection, schema, true);
      tables.addAll(reading.tables());
      views.addAll(reading.views());
      others.addAll(reading.others());
    }
    return catalog(tables, views, others);
  }

  private static Catalog catalog(
      List<CatalogTable> tables, List<CatalogView> views, List<CatalogOther> others) {
    return new Catalog(tables, views, List.of(), List.of(), List.of(), others);
  }

  private SchemaReading read(Connection connection, String schema, boolean named)
      throws SQLException {
    SchemaReading reading = new SchemaReading(lexer, named ? schema : null);
    String quoted = "\"" + schema.replace("\"", "\"\"") + "\"";
    query(
        connection,
        "SELECT type, name, tbl_name, sql FROM " + quoted + ".sqlite_schema",
        row -> reading.addDefinition(
            row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    query(connection, TABLES, reading::addTable, schema);
    query(connection, COLUMNS, reading::addColumn, schema);
    query(connection, INDEXES, reading::addIndexPart, schema);
    query(connection, REFERENCES, reading::addReferencePart, schema);
    reading.finish();
    return reading;
  }

  private static final String TABLES =
      "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = ? ORDER BY name";

  /** There are none of a view that reads what is gone: asking for them would fail. */
  private static final String COLUMNS = """
      SELECT t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
      FROM pragma_table_list AS t, pragma_table_xinfo(t.name, t.schema) AS c
      WHERE t.schema = ? AND t.type IN ('table', 'view') AND t.ncol > 0
      ORDER BY t.name, c.cid""";

  private static final String INDEXES = """
      SELECT t.name, i.name, i."unique", i.origin, p.name, p."desc", p.coll, p.cid
      FROM pragma_table_list AS t, pragma_index_list(t.name, t.schema) AS i,
        pragma_index_xinfo(i.name, t.schema) AS p
      WHERE t.schema = ? AND t.type = 'table' AND p.key
      ORDER BY t.name, i.name, p.seqno""";

  /** The last one comes first, so that they are turned round. */
  private static final String REFERENCES = """
      SELECT t.name, r.id, r."table", r."from", r."to", r.on_update, r.on_delete
      FROM pragma_table_list AS t, pragma_foreign_key_list(t.name, t.schema) AS r
      WHERE t.schema = ? AND t.type = 'table'
      ORDER BY t.name, r.id DESC, r.seq""";

  /** What is done with a row. */
  private interface RowWork {
    void take(ResultSet row) throws SQLException;
  }

  private static void query(Connection connection, String sql, RowWork work, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          work.take(rows);
        }
      }
    }
  }

  @Override
  public Optional<ColumnType> logicalType(
      Catalog catalog, CatalogColumn column, List<CatalogCheck> checks) {
    return types.logicalType(column, checks);
  }

  @Override
  public Optional<TextIndexDefinition> textIndex(CatalogTable table, CatalogIndex index) {
    return index.method().equals(TextIndexText.METHOD)
        ? Optional.of(new TextIndexDefinition(
            table.name().name(),
            index.name(),
            index.parts().stream().map(part -> String.valueOf(part.column())).toList(),
            IndexSchema.SIMPLE,
            null))
        : Optional.empty();
  }
}
