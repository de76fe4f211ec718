package orm.dialect.sqlite;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import orm.api.catalog.Catalog;
import orm.api.config.Isolation;
import orm.api.error.ConfigurationException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.spi.dialect.CatalogReader;
import orm.spi.dialect.ChangeWriter;
import orm.spi.dialect.Connector;
import orm.spi.dialect.MigrationSupport;
import orm.spi.dialect.SchemaSyntax;
import orm.spi.dialect.SqlFailure;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.ValueCodec;
import orm.spi.sql.SqlLexer;

/** One SQLite database. */
final class SqliteConnector implements Connector {
  private final SqliteAddress address;
  private final SqliteDataSource dataSource;
  private final SqliteSyntax syntax;
  private final SqliteSchema schema;
  private final SqliteCodec codec;
  private final SqliteDataSource scratch;
  private final DecimalForm decimals;

  SqliteConnector(SqliteAddress address) {
    this.address = address;
    this.dataSource = new SqliteDataSource(address);
    this.decimals = new DecimalForm(address.nativeDecimals());
    this.syntax = new SqliteSyntax(decimals);
    this.schema = new SqliteSchema(decimals, syntax::quote);
    this.codec = new SqliteCodec(decimals);
    this.scratch = new SqliteDataSource(address.asScratch());
  }

  @Override
  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public String target() {
    return address.target();
  }

  @Override
  public int poolMax(int wanted) {
    return address.inMemory() ? 1 : wanted;
  }

  @Override
  public boolean livesInConnection() {
    return address.inMemory();
  }

  @Override
  public Optional<String> writerLock() {
    return address.inMemory() ? Optional.empty() : Optional.of(address.canonicalFile());
  }

  /** Every isolation is serializable: a writer is alone, a reader sees one snapshot. */
  @Override
  public void begin(Connection connection, Isolation isolation, boolean readOnly)
      throws SQLException {
    if (readOnly) {
      connection.setReadOnly(true);
    }
    connection.setAutoCommit(false);
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
    try (Statement statement = connection.createStatement()) {
      String journal = text(statement, "PRAGMA journal_mode");
      boolean changeable = !address.inMemory() && address.mode() != SqliteAddress.Mode.READ_ONLY;
      if (changeable && !address.journal().equals(journal)) {
        throw new ConfigurationException(
            Failure.of(ErrorCode.INVALID_SETTING, "Cannot use " + target())
                .because("its journal mode stays " + journal + " instead of " + address.journal())
                .fix("Keep the file on a local disk, or set option.journal_mode=" + journal + "."));
      }
      // Reads the file, so that one which is no database is found out here.
      text(statement, "SELECT count(*) FROM sqlite_schema");
      return "SQLite " + text(statement, "SELECT sqlite_version()");
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

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
    return new SqliteMigrationSupport(address);
  }

  @Override
  public ChangeWriter changeWriter() {
    return new SqliteChangeWriter(syntax, scratch);
  }

  /** A database in memory is gone with its connection. */
  @Override
  public Catalog catalogOf(List<String> statements) throws SQLException {
    try (Connection connection = scratch.getConnection()) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
      return catalogReader().read(connection, List.of());
    }
  }

  @Override
  public CatalogReader catalogReader() {
    return new SqliteCatalogReader(new SqlLexer(syntax.lexicalFeatures()), decimals);
  }

  @Override
  public ValueCodec codec() {
    return codec;
  }

  @Override
  public SqlFailure classify(SQLException exception) {
    return SqliteErrors.classify(exception, this::isFileReadOnly);
  }

  private boolean isFileReadOnly() {
    return address.mode() == SqliteAddress.Mode.READ_ONLY
        || (address.file() != null && !Files.isWritable(address.file()));
  }

  @Override
  public void close() {
    // Nothing but connections, which the engine closes.
  }
}
