package orm.dialect.postgres;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogDomain;
import orm.api.catalog.CatalogEnum;
import orm.api.catalog.ObjectName;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;

/**
 * What the columns of tables that others made hold. Their values are read as they are; the few that
 * Java does not know, such as an infinite date, a null in an array, or NaN in a {@code numeric},
 * are errors when they are read.
 */
final class PostgresTypes {
  /** A name with numbers behind its first word: {@code timestamp(3) with time zone}. */
  private static final Pattern WITH_NUMBERS =
      Pattern.compile("([a-z ]+)\\((\\d+)(?:,(-?\\d+))?\\)([a-z ]*)");

  private final SqlLexer lexer;

  PostgresTypes(SqlLexer lexer) {
    this.lexer = lexer;
  }

  Optional<ColumnType> logicalType(
      Catalog catalog, CatalogColumn column, List<CatalogCheck> checks) {
    return Optional.ofNullable(type(catalog, column.type(), column.name(), checks));
  }

  private @Nullable ColumnType type(
      Catalog catalog, String type, String column, List<CatalogCheck> checks) {
    if (type.endsWith("[]")) {
      ColumnType element = type(catalog, type.substring(0, type.length() - 2), "", List.of());
      return element == null || element.kind() == Kind.LIST ? null : ColumnType.list(element);
    }
    ColumnType builtIn = builtIn(type);
    if (builtIn == null) {
      return named(catalog, type);
    }
    if (builtIn.kind() == Kind.TEXT) {
      for (CatalogCheck check : checks) {
        List<String> labels = labels(column, check.sql());
        if (!labels.isEmpty()) {
          return ColumnType.enumeration(null, labels);
        }
      }
    }
    return builtIn;
  }

  private static @Nullable ColumnType builtIn(String type) {
    Matcher matcher = WITH_NUMBERS.matcher(type);
    if (!matcher.matches()) {
      return builtIn(type, 0, 0);
    }
    int scale = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    return builtIn(matcher.group(1) + matcher.group(4), Integer.parseInt(matcher.group(2)), scale);
  }

  private static @Nullable ColumnType builtIn(String name, int size, int scale) {
    return switch (name) {
      case "boolean" -> ColumnType.of(Kind.BOOLEAN);
      case "smallint" -> ColumnType.of(Kind.SMALLINT);
      case "integer" -> ColumnType.of(Kind.INT);
      case "bigint" -> ColumnType.of(Kind.BIGINT);
      case "real" -> ColumnType.of(Kind.REAL);
      case "double precision" -> ColumnType.of(Kind.DOUBLE);
      case "numeric" -> size == 0 ? ColumnType.of(Kind.DECIMAL) : decimal(size, scale);
      // With the blanks that fill a character(n): they are what is stored.
      case "text", "character varying", "character", "citext" -> ColumnType.text(size);
      case "bytea" -> ColumnType.of(Kind.BYTES);
      case "uuid" -> ColumnType.of(Kind.UUID);
      case "date" -> ColumnType.of(Kind.DATE);
      case "time without time zone" -> ColumnType.of(Kind.TIME);
      case "timestamp without time zone" -> ColumnType.of(Kind.DATETIME);
      case "timestamp with time zone" -> ColumnType.of(Kind.INSTANT);
      case "json", "jsonb" -> ColumnType.of(Kind.JSON);
      case "inet" -> ColumnType.of(Kind.INET);
      case "cidr" -> ColumnType.of(Kind.CIDR);
      case "macaddr" -> ColumnType.of(Kind.MACADDR);
      case "interval" -> ColumnType.of(Kind.INTERVAL);
      case "int4range" -> ColumnType.range(Kind.INT);
      case "int8range" -> ColumnType.range(Kind.BIGINT);
      case "numrange" -> ColumnType.range(Kind.DECIMAL);
      case "daterange" -> ColumnType.range(Kind.DATE);
      case "tsrange" -> ColumnType.range(Kind.DATETIME);
      case "tstzrange" -> ColumnType.range(Kind.INSTANT);
      default -> null;
    };
  }

  /** A scale may be less than 0 or more than the precision, since version 15. */
  private static ColumnType decimal(int precision, int scale) {
    return scale < 0
        ? ColumnType.decimal(precision - scale, 0)
        : ColumnType.decimal(Math.max(precision, scale), scale);
  }

  /** An enum or domain. */
  private @Nullable ColumnType named(Catalog catalog, String type) {
    SqlCursor cursor = new SqlCursor(type, lexer);
    if (!cursor.at(SqlToken.Kind.WORD) && !cursor.at(SqlToken.Kind.NAME)) {
      return null;
    }
    String schema = null;
    String name = cursor.name();
    if (cursor.accept(".")) {
      schema = name;
      name = cursor.name();
    }
    if (!cursor.atEnd()) {
      return null;
    }
    for (CatalogEnum each : catalog.enums()) {
      if (isNamed(each.name(), schema, name) && !each.labels().isEmpty()) {
        return ColumnType.enumeration(name, each.labels());
      }
    }
    for (CatalogDomain each : catalog.domains()) {
      if (isNamed(each.name(), schema, name)) {
        return type(catalog, each.type(), "VALUE", each.checks());
      }
    }
    return null;
  }

  /** What is on the search path is named without a schema. */
  private static boolean isNamed(ObjectName object, @Nullable String schema, String name) {
    return object.name().equals(name)
        && (schema == null || object.schema() == null || schema.equals(object.schema()));
  }

  /**
   * Reads {@code x = ANY (ARRAY['a'::text, 'b'::text])}, which is how the server writes {@code x IN
   * ('a', 'b')}, and {@code x = 'a'::text}.
   *
   * @return the texts; empty if the condition is another
   */
  private List<String> labels(String column, String check) {
    SqlCursor cursor = new SqlCursor(check, lexer);
    int open = open(cursor);
    boolean named = (cursor.at(SqlToken.Kind.WORD) || cursor.at(SqlToken.Kind.NAME))
        && cursor.name().equals(column);
    if (!named || !close(cursor, open) || !cursor.accept("=")) {
      return List.of();
    }
    List<String> labels = new ArrayList<>();
    if (cursor.accept("ANY")) {
      open = open(cursor);
      boolean more = cursor.accept("ARRAY", "[");
      while (more && cursor.at(SqlToken.Kind.TEXT)) {
        labels.add(cursor.next().name(check));
        cast(cursor);
        more = cursor.accept(",");
      }
      if (more || !cursor.accept("]") || !close(cursor, open)) {
        return List.of();
      }
    } else if (cursor.at(SqlToken.Kind.TEXT)) {
      labels.add(cursor.next().name(check));
      cast(cursor);
    }
    boolean distinct = new HashSet<>(labels).size() == labels.size();
    return cursor.atEnd() && distinct ? labels : List.of();
  }

  private static int open(SqlCursor cursor) {
    int open = 0;
    while (cursor.accept("(")) {
      open++;
    }
    return open;
  }

  /** Passes casts and as many parentheses; tells whether they were there. */
  private static boolean close(SqlCursor cursor, int open) {
    cast(cursor);
    for (int i = 0; i < open; i++) {
      if (!cursor.accept(")")) {
        return false;
      }
      cast(cursor);
    }
    return true;
  }

  private static void cast(SqlCursor cursor) {
    if (cursor.accept("::", "text")
        || cursor.accept("::", "character", "varying")
        || cursor.accept("::", "bpchar")) {
      cursor.accept("[", "]");
    }
  }
}
