package orm.dialect.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogTable;
import orm.api.schema.ColumnType;
import orm.spi.dialect.CatalogReader;
import orm.spi.dialect.TextIndexDefinition;
import orm.spi.sql.SqlLexer;

/**
 * Reads the system catalogue. Types and expressions are as the server writes them, and it names
 * what is not on the search path with its schema.
 */
final class PostgresCatalogReader implements CatalogReader {
  private final SqlLexer lexer;
  private final PostgresTypes types;

  PostgresCatalogReader(SqlLexer lexer) {
    this.lexer = lexer;
    this.types = new PostgresTypes(lexer);
  }

  @Override
  public Catalog read(Connection connection, Collection<String> schemas) throws SQLException {
    int version;
    String current;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT current_setting('server_version_num')::int, current_schema()")) {
      row.next();
      version = row.getInt(1);
      current = row.getString(2);
    }
    Collection<String> wanted = schemas;
    if (schemas.isEmpty()) {
      if (current == null) {
        return Catalog.empty(); // no schema of the search path exists
      }
      wanted = List.of(current);
    }
    CatalogReading reading = new CatalogReading(lexer, schemas.isEmpty() ? current : null);
    Array names = connection.createArrayOf("text", wanted.toArray());
    query(connection, CatalogQueries.RELATIONS, names, reading::addRelation);
    query(
        connection, CatalogQueries.COLUMNS, names, row -> reading.relation(row).addColumn(row));
    query(
        connection,
        CatalogQueries.constraints(version),
        names,
        row -> reading.relation(row).addConstraint(row));
    query(
        connection,
        CatalogQueries.indexes(version),
        names,
        row -> reading.relation(row).addIndex(row));
    query(
        connection, CatalogQueries.TRIGGERS, names, row -> reading.relation(row).addTrigger(row));
    query(connection, CatalogQueries.ENUMS, names, reading::addEnum);
    query(connection, CatalogQueries.DOMAINS, names, reading::addDomain);
    query(connection, CatalogQueries.SEQUENCES, names, reading::addSequence);
    query(connection, CatalogQueries.VIEW_USES, names, reading::addViewUse);
    query(connection, CatalogQueries.SCHEMA_OBJECTS, names, reading::addOther);
    query(connection, CatalogQueries.TABLE_OBJECTS, names, reading::addOther);
    names.free();
    return reading.catalog();
  }

  /** What is done with a row. */
  private interface RowWork {
    void take(ResultSet row) throws SQLException;
  }

  private static void query(Connection connection, String sql, Array schemas, RowWork work)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameters = (int) sql.chars().filter(c -> c == '?').count();
      for (int i = 1; i <= parameters; i++) {
        statement.setArray(i, schemas);
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
    return types.logicalType(catalog, column, checks);
  }

  @Override
  public Optional<TextIndexDefinition> textIndex(CatalogTable table, CatalogIndex index) {
    return PostgresTextSearch.read(table, index);
  }
}
