package orm.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import orm.api.catalog.Catalog;
import orm.api.config.Isolation;
import orm.spi.dialect.CatalogReader;
import orm.spi.dialect.ChangeWriter;
import orm.spi.dialect.Connector;
import orm.spi.dialect.MigrationSupport;
import orm.spi.dialect.SchemaSyntax;
import orm.spi.dialect.SqlFailure;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.ValueCodec;
import orm.spi.sql.SqlLexer;

/** One PostgreSQL database. */
final class PostgresConnector implements Connector {
  /** The oldest server version that is supported. */
  static final int LEAST_VERSION = 14;

  private final PostgresAddress address;
  private final PostgresDataSource dataSource;
  private final PostgresSyntax syntax = new PostgresSyntax();
  private final PostgresSchema schema = new PostgresSchema(syntax);
  private final PostgresCodec codec = new PostgresCodec();

  PostgresConnector(PostgresAddress address) {
    this.address = address;
    this.dataSource = new PostgresDataSource(address);
  }

  @Override
  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public String target() {
    return address.target();
  }

  /**
   * Costs no round trip for the default: the driver sends BEGIN, or BEGIN READ ONLY, together with
   * the first statement. Another isolation is one statement.
   */
  @Override
  public void begin(Connection connection, Isolation isolation, boolean readOnly)
      throws SQLException {
    if (readOnly) {
      connection.setReadOnly(true);
    }
    connection.setAutoCommit(false);
    if (isolation == Isolation.READ_COMMITTED) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          isolation == Isolation.SERIALIZABLE
              ? "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"
              : "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    }
  }

  @Override
  public void end(Connection connection, boolean readOnly) throws SQLException {
    connection.setAutoCommit(true);
    if (readOnly) {
      connection.setReadOnly(false);
    }
  }

  @Override
  public String check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CHECK)) {
      row.next();
      int version = row.getInt(1);
      String shown = row.getString(2);
      if (version < LEAST_VERSION * 10_000) {
        throw PostgresAddress.refusal(
            "Cannot use PostgreSQL " + shown + " at " + target(),
            "it is older than version " + LEAST_VERSION,
            "Upgrade the server.");
      }
      if (!row.getBoolean(3)) {
        throw PostgresAddress.refusal(
            "Cannot use PostgreSQL at " + target(),
            "standard_conforming_strings is off",
            "Switch it on for this database or user.");
      }
      syntax.foldWith(row.getString(4));
      return "PostgreSQL " + shown;
    }
  }

  /**
   * Version, string syntax, and the collation that folds the case of all letters: empty where the
   * database's own does, else the best one there is.
   */
  private static final String CHECK = """
      SELECT current_setting('server_version_num')::int,
        split_part(current_setting('server_version'), ' ', 1),
        current_setting('standard_conforming_strings')::boolean,
        CASE WHEN lower(chr(201)) = chr(233) THEN '' ELSE coalesce((
          SELECT collname FROM pg_collation
          WHERE collnamespace = 'pg_catalog'::regnamespace AND collname IN ('pg_c_utf8', 'und-x-icu')
            AND collencoding IN (-1, (SELECT encoding FROM pg_database WHERE datname = current_database()))
          ORDER BY collname LIMIT 1), '') END""";

  @Override
  public SqlSyntax syntax() {
    return syntax;
  }

  @Override
  public SchemaSyntax schemaSyntax() {
    return schema;
  }

  @Override
  public MigrationSupport migrationSupport() {
    return new PostgresMigrationSupport(dataSource, syntax);
  }

  @Override
  public ChangeWriter changeWriter() {
    return new PostgresChangeWriter(syntax);
  }

  @Override
  public Catalog catalogOf(List<String> statements) throws SQLException {
    return new ScratchSchema(dataSource, catalogReader()).catalogOf(statements);
  }

  @Override
  public CatalogReader catalogReader() {
    return new PostgresCatalogReader(new SqlLexer(syntax.lexicalFeatures()));
  }

  @Override
  public ValueCodec codec() {
    return codec;
  }

  @Override
  public SqlFailure classify(SQLException exception) {
    return PostgresErrors.classify(exception);
  }

  @Override
  public void close() {
    // Nothing but connections, which the engine closes.
  }
}
