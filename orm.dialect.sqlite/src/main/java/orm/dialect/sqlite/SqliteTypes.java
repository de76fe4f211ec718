package orm.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;

/**
 * What the columns of files that others made hold.
 *
 * <p>SQLite takes the name of a type for a hint (<a
 * href="https://sqlite.org/datatype3.html">section 3.1</a>): a number in brackets limits nothing,
 * and any whole number has 64 bits. So only a CHECK narrows a type. Where a name is only a wish, as
 * {@code DATE} is, it is believed: a value that is none is an error when it is read.
 */
final class SqliteTypes {
  private static final Pattern DECIMAL =
      Pattern.compile("(?:DECIMAL|NUMERIC)\\s*\\(\\s*(\\d{1,4})\\s*(?:,\\s*(\\d{1,4})\\s*)?\\)");

  private final SqlLexer lexer;
  private final DecimalForm decimals;

  SqliteTypes(SqlLexer lexer, DecimalForm decimals) {
    this.lexer = lexer;
    this.decimals = decimals;
  }

  Optional<ColumnType> logicalType(CatalogColumn column, List<CatalogCheck> checks) {
    ColumnType type = declared(column.type().toUpperCase(Locale.ROOT));
    if (type == null) {
      return Optional.empty();
    }
    for (CatalogCheck check : checks) {
      ColumnType narrowed = type.kind() == Kind.BIGINT || type.kind() == Kind.TEXT
          ? narrowed(column.name(), type.kind() == Kind.TEXT, check.sql())
          : null;
      if (narrowed != null) {
        return Optional.of(narrowed);
      }
    }
    return Optional.of(type);
  }

  private @Nullable ColumnType declared(String type) {
    if (type.contains("INT")) {
      return ColumnType.of(Kind.BIGINT);
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return ColumnType.text(0);
    }
    if (type.contains("BLOB")) {
      return ColumnType.of(Kind.BYTES);
    }
    if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
      return ColumnType.of(Kind.DOUBLE);
    }
    return switch (type) {
      case "BOOLEAN", "BOOL" -> ColumnType.of(Kind.BOOLEAN);
      case "DATE" -> ColumnType.of(Kind.DATE);
      case "TIME" -> ColumnType.of(Kind.TIME);
      case "DATETIME", "TIMESTAMP" -> ColumnType.of(Kind.DATETIME);
      case "UUID" -> ColumnType.of(Kind.UUID);
      case "JSON" -> ColumnType.of(Kind.JSON);
      default -> decimal(type);
    };
  }

  /**
   * In a column of numeric affinity SQLite makes a number of what looks like one: a whole one of 64
   * bits, or a double, which keeps 15 digits. Only the native form reads those as decimals.
   */
  private @Nullable ColumnType decimal(String type) {
    Matcher matcher = DECIMAL.matcher(type);
    if (!matcher.matches()) {
      boolean unlimited = type.equals("DECIMAL") || type.equals("NUMERIC");
      return unlimited && decimals.isNative() ? ColumnType.of(Kind.DECIMAL) : null;
    }
    int precision = Integer.parseInt(matcher.group(1));
    int scale = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    if (precision == 0 || precision > DecimalForm.DOUBLE_DIGITS || scale > precision) {
      return decimals.isNative() ? ColumnType.of(Kind.DECIMAL) : null;
    }
    return decimals.isNative() ? ColumnType.decimal(precision, scale) : ColumnType.of(Kind.DOUBLE);
  }

  /** A check that our own tables have, or one that says the same. */
  private @Nullable ColumnType narrowed(String column, boolean text, String check) {
    SqlCursor cursor = new SqlCursor(check, lexer);
    if (text && (cursor.at("json_valid") || cursor.at("iif"))) {
      boolean list = cursor.accept("iif", "(");
      boolean json = cursor.accept("json_valid", "(")
          && isColumn(cursor, column)
          && cursor.accept(")")
          && (list || cursor.atEnd());
      // What a list holds is not said; as JSON it is read whatever it holds.
      return json ? ColumnType.of(Kind.JSON) : null;
    }
    if (text && cursor.accept("length", "(")) {
      return isColumn(cursor, column) && cursor.accept(")", "<=") ? limit(check, cursor) : null;
    }
    if (!isColumn(cursor, column)) {
      return null;
    }
    if (cursor.accept("IN")) {
      return text ? labels(check, cursor) : truth(cursor);
    }
    return text || !cursor.accept("BETWEEN") ? null : range(check, cursor);
  }

  private static boolean isColumn(SqlCursor cursor, String column) {
    boolean named = cursor.at(SqlToken.Kind.WORD) || cursor.at(SqlToken.Kind.NAME);
    return named && SchemaReading.fold(cursor.name()).equals(SchemaReading.fold(column));
  }

  private static @Nullable ColumnType limit(String check, SqlCursor cursor) {
    String number = cursor.atEnd() ? "" : cursor.next().in(check);
    return cursor.atEnd() && number.matches("[1-9]\\d{0,8}")
        ? ColumnType.text(Integer.parseInt(number))
        : null;
  }

  private static @Nullable ColumnType truth(SqlCursor cursor) {
    boolean both = cursor.accept("(", "0", ",", "1", ")") || cursor.accept("(", "1", ",", "0", ")");
    return both && cursor.atEnd() ? ColumnType.of(Kind.BOOLEAN) : null;
  }

  private static @Nullable ColumnType labels(String check, SqlCursor cursor) {
    List<String> labels = new ArrayList<>();
    boolean more = cursor.accept("(");
    while (more && cursor.at(SqlToken.Kind.TEXT)) {
      labels.add(cursor.next().name(check));
      more = cursor.accept(",");
    }
    boolean complete = !more && cursor.accept(")") && cursor.atEnd();
    boolean distinct = new HashSet<>(labels).size() == labels.size();
    return complete && distinct && !labels.isEmpty() ? ColumnType.enumeration(null, labels) : null;
  }

  private static @Nullable ColumnType range(String check, SqlCursor cursor) {
    String range = check.substring(cursor.begin()).replaceAll("\\s+", " ").strip();
    return switch (range.toUpperCase(Locale.ROOT)) {
      case "0 AND 1" -> ColumnType.of(Kind.BOOLEAN);
      case "-32768 AND 32767" -> ColumnType.of(Kind.SMALLINT);
      case "-2147483648 AND 2147483647" -> ColumnType.of(Kind.INT);
      default -> null;
    };
  }
}
