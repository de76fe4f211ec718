package orm.dialect.sqlite;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.dialect.SchemaSyntax;
import orm.spi.dialect.TextIndexDefinition;

/** SQLite's types and what belongs to them in the definition of a table. */
final class SqliteSchema implements SchemaSyntax {
  private final DecimalForm decimals;
  private final UnaryOperator<String> quote;

  SqliteSchema(DecimalForm decimals, UnaryOperator<String> quote) {
    this.decimals = decimals;
    this.quote = quote;
  }

  @Override
  public String typeName(ColumnType type) {
    return switch (type.kind()) {
      case BOOLEAN, SMALLINT, INT, BIGINT, DURATION -> "INTEGER";
      case REAL, DOUBLE -> "REAL";
      case DECIMAL -> decimals.typeName(type);
      case TEXT,
          UUID,
          DATE,
          TIME,
          DATETIME,
          INSTANT,
          ENUM,
          LIST,
          JSON,
          INET,
          CIDR,
          MACADDR,
          INTERVAL,
          RANGE -> "TEXT";
      case BYTES -> "BLOB";
      case CONVERTED -> throw new IllegalArgumentException("not converted yet: " + type);
    };
  }

  @Override
  public String generation(ColumnSchema column, String sequence, boolean soleKey) {
    return switch (column.origin()) {
      case IDENTITY -> {
        Kind kind = column.type().kind();
        if (!soleKey || (kind != Kind.BIGINT && kind != Kind.INT)) {
          throw unsupported(
              column,
              "SQLite counts up only a whole number that is the whole primary key",
              "Make it the only @Id, of type Long or Integer, or use @Generated(UUID).");
        }
        // AUTOINCREMENT: without it the number of a deleted row is given again.
        yield " PRIMARY KEY AUTOINCREMENT";
      }
      case SEQUENCE ->
        throw unsupported(
            column, "SQLite has no sequences", "Use @Generated(IDENTITY) or @Generated(UUID).");
      default -> "";
    };
  }

  private static UnsupportedQueryException unsupported(
      ColumnSchema column, String why, String fix) {
    return new UnsupportedQueryException(
        Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot generate column " + column.name())
            .because(why)
            .fix(fix)
            .at(null, column.component()));
  }

  @Override
  public String typeCheck(String column, ColumnType type) {
    return switch (type.kind()) {
      case BOOLEAN -> column + " IN (0, 1)";
      case SMALLINT -> column + " BETWEEN -32768 AND 32767";
      case INT -> column + " BETWEEN -2147483648 AND 2147483647";
      case DECIMAL -> decimals.typeCheck(column, type);
      case TEXT -> type.size() == 0 ? "" : "length(" + column + ") <= " + type.size();
      case ENUM ->
        type.labels().stream()
            .map(label -> "'" + label.replace("'", "''") + "'")
            .collect(Collectors.joining(", ", column + " IN (", ")"));
      case LIST ->
        "iif(json_valid(" + column + "), json_type(" + column + ") = 'array', " + column
            + " IS NULL)";
      case JSON -> "json_valid(" + column + ")";
      default -> "";
    };
  }

  @Override
  public String logicalValue(String column, ColumnType type) {
    return type.kind() == Kind.DECIMAL ? decimals.logicalValue(column, type) : column;
  }

  @Override
  public String storedValue(String sql, ColumnType type) {
    return type.kind() == Kind.DECIMAL ? decimals.storedValue(sql, type) : sql;
  }

  @Override
  public String tableSuffix() {
    return " STRICT";
  }

  @Override
  public List<String> createTextIndex(TextIndexDefinition index) {
    return TextIndexText.of(index).create(quote);
  }

  @Override
  public boolean referencesMayLookAhead() {
    return true;
  }
}
