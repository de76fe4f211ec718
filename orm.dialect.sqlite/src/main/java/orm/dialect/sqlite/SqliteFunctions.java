package orm.dialect.sqlite;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.dialect.SqlCall;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlWriter;

/** Functions that SQLite has under other names, or with other results than the API promises. */
final class SqliteFunctions {
  /** An expression that fails as an integer overflow. */
  private static final String OVERFLOW = "abs(1 << 63)";

  /** The digits that a 64-bit integer holds whatever they are. */
  private static final int LONG_DIGITS = 18;

  private final DecimalForm decimals;

  SqliteFunctions(DecimalForm decimals) {
    this.decimals = decimals;
  }

  /** Writes a function; false where standard SQL will do. */
  boolean write(SqlWriter out, SqlCall call) {
    switch (call.operator()) {
      case LOWER -> out.sql(CaseFold.LOWER + "(").part(call.argument(0)).sql(")");
      case UPPER -> out.sql(CaseFold.UPPER + "(").part(call.argument(0)).sql(")");
      case POSITION ->
        out.sql("instr(")
            .part(call.argument(0))
            .sql(", ")
            .part(call.argument(1))
            .sql(")");
      case ABS -> {
        SqlPart absolute = writer -> writer.sql("abs(").part(call.argument(0)).sql(")");
        if (call.type().kind() == Kind.BIGINT) {
          out.part(absolute); // which fails by itself
        } else {
          inRange(out, absolute, call.type());
        }
      }
      case DIVIDE -> divide(out, " / ", call);
      case REMAINDER -> divide(out, " % ", call);
      case GREATEST -> extreme(out, "max(", call);
      case LEAST -> extreme(out, "min(", call);
      case AS_LONG -> asLong(out, call);
      case AS_DECIMAL -> out.part(call.argument(0));
      case AS_DOUBLE -> asDouble(out, call);
      case EXTRACT -> extract(out, call);
      case PLUS_TIME -> plus(out, call);
      case TRUNCATE_TIME -> truncate(out, call);
      case NOW -> // six digits behind the point or none
        out.sql("replace(strftime('%Y-%m-%d %H:%M:%f', 'now') || '000', '.000000', '')");
      case LIST_CONTAINS -> {
        requireExact(call.types().get(1));
        out.sql("EXISTS (SELECT 1 FROM json_each(").part(call.argument(0));
        out.sql(") WHERE value = ").part(call.argument(1)).sql(")");
      }
      case RANGE_HOLDS, ENCLOSES, OVERLAPS, WITHIN -> throw opaque(call);
      case LIST_SIZE -> out.sql("json_array_length(").part(call.argument(0)).sql(")");
      case JSON_TEXT -> jsonText(out, call);
      case JSON_NUMBER -> jsonNumber(out, call);
      case JOIN_TEXT -> {
        out.sql("group_concat(").part(call.argument(0)).sql(", ").part(call.argument(1));
        out.sql(" ORDER BY ").part(call.argument(0)).sql(")");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Inside JSON a decimal is a binary number to SQLite. */
  private void requireExact(ColumnType element) {
    if (element.kind() == Kind.DECIMAL && !decimals.isNative()) {
      throw new UnsupportedQueryException(
          Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot look for a decimal in a list")
              .because("SQLite compares the numbers in a list as binary ones, which are not exact")
              .fix("Keep the elements as whole numbers or texts, or in a table of their own."));
    }
  }

  private static UnsupportedQueryException opaque(SqlCall call) {
    String operator = switch (call.operator()) {
      case RANGE_HOLDS -> "contains";
      default -> call.operator().name().toLowerCase(Locale.ROOT);
    };
    return new UnsupportedQueryException(Failure.of(
            ErrorCode.UNSUPPORTED_QUERY,
            "Cannot ask for " + operator + " of a " + call.types().get(0))
        .because("SQLite keeps ranges and networks as text and cannot look into them")
        .fix("Keep the bounds in columns of their own where SQLite is to be asked, or use"
            + " PostgreSQL."));
  }

  /** SQLite goes on in binary numbers behind 64 bits, and knows no ends of shorter types. */
  void inRange(SqlWriter out, SqlPart value, ColumnType type) {
    Kind kind = type.kind();
    if (kind == Kind.SMALLINT || kind == Kind.INT) {
      out.sql("CASE WHEN ").part(value).sql(" NOT BETWEEN ");
      out.sql(kind == Kind.INT ? "-2147483648 AND 2147483647" : "-32768 AND 32767");
    } else if (kind == Kind.BIGINT || decimals.isScaled(type)) {
      out.sql("CASE typeof(").part(value).sql(") WHEN 'real'");
    } else {
      out.part(value);
      return;
    }
    out.sql(" THEN " + OVERFLOW + " ELSE ").part(value).sql(" END");
  }

  /** Decimals of the same form have the same unit. */
  void rescaled(SqlWriter out, SqlPart value, ColumnType from, ColumnType to) {
    int more = to.scale() - from.scale();
    if (!decimals.isScaled(from) || !decimals.isScaled(to)) {
      if (more < 0) {
        out.sql("round(").part(value).sql(", " + to.scale() + ")");
      } else {
        out.part(value);
      }
    } else if (more > 0 ? from.size() + more > LONG_DIGITS : from.size() >= LONG_DIGITS) {
      inRange(out, writer -> inUnits(writer, value, more), to);
    } else {
      inUnits(out, value, more);
    }
  }

  /** Half goes away from zero, in integers: SQLite's own round() knows doubles only. */
  private static void inUnits(SqlWriter out, SqlPart value, int more) {
    if (more >= 0) {
      out.part(value).sql(more == 0 ? "" : " * 1" + "0".repeat(more));
    } else {
      out.sql("(").part(value).sql(" + 5" + "0".repeat(-more - 1) + " * sign(").part(value);
      out.sql(")) / 1" + "0".repeat(-more));
    }
  }

  /** SQLite gives null for a division by zero; here it is an error, as everywhere else. */
  private void divide(SqlWriter out, String operator, SqlCall call) {
    ColumnType type = call.types().get(0);
    if (type.kind() == Kind.DECIMAL) {
      throw new UnsupportedQueryException(
          Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot divide decimals")
              .because("SQLite has no exact division")
              .fix("Divide asDouble() where an approximation will do, or divide in Java."));
    }
    inRange(out, writer -> quotient(writer, operator, call), call.type());
  }

  private static void quotient(SqlWriter out, String operator, SqlCall call) {
    out.part(call.argument(0)).sql(operator).sql("CASE ").part(call.argument(1));
    // Null divided by zero is null, as everywhere else.
    out.sql(" WHEN 0 THEN iif(").part(call.argument(0));
    out.sql(" IS NULL, NULL, " + OVERFLOW + ") ELSE ").part(call.argument(1)).sql(" END");
  }

  /** SQLite's own function gives null where one argument is null. */
  private static void extreme(SqlWriter out, String name, SqlCall call) {
    SqlPart one = call.argument(0);
    SqlPart other = call.argument(1);
    out.sql("coalesce(" + name).part(one).sql(", ").part(other).sql("), ");
    out.part(one).sql(", ").part(other).sql(")");
  }

  private void asLong(SqlWriter out, SqlCall call) {
    ColumnType type = call.types().get(0);
    if (decimals.isScaled(type)) {
      out.sql("(").part(call.argument(0)).sql(" / 1" + "0".repeat(type.scale()) + ")");
    } else if (type.kind() == Kind.DECIMAL
        || type.kind() == Kind.DOUBLE
        || type.kind() == Kind.REAL) {
      // a cast alone would stop at the greatest number
      out.sql("CASE WHEN abs(").part(call.argument(0));
      out.sql(") >= 9223372036854775808.0 THEN " + OVERFLOW + " ELSE CAST(");
      out.part(call.argument(0)).sql(" AS INTEGER) END");
    } else {
      out.part(call.argument(0));
    }
  }

  private void asDouble(SqlWriter out, SqlCall call) {
    ColumnType type = call.types().get(0);
    if (decimals.isScaled(type)) {
      out.sql("(").part(call.argument(0)).sql(" / 1" + "0".repeat(type.scale()) + ".0)");
    } else {
      out.sql("CAST(").part(call.argument(0)).sql(" AS REAL)");
    }
  }

  // ---- Dates and times are text: 2026-11-22 14:05:00.000250

  /** Where the time of day begins, counted from 1. */
  private static int timeFrom(ColumnType type) {
    return type.kind() == Kind.TIME ? 1 : 12;
  }

  private static void extract(SqlWriter out, SqlCall call) {
    ChronoUnit unit = (ChronoUnit) call.constants().get(0);
    int time = timeFrom(call.types().get(0));
    String range = switch (unit) {
      case YEARS -> "1, 4";
      case MONTHS -> "6, 2";
      case DAYS -> "9, 2";
      case HOURS -> time + ", 2";
      case MINUTES -> (time + 3) + ", 2";
      case SECONDS -> (time + 6) + ", 2";
      default -> throw unknown(unit);
    };
    out.sql("CAST(substr(").part(call.argument(0)).sql(", " + range + ") AS INTEGER)");
  }

  private static void plus(SqlWriter out, SqlCall call) {
    ChronoUnit unit = (ChronoUnit) call.constants().get(0);
    Kind kind = call.type().kind();
    String function = switch (kind) {
      case DATE -> "date(";
      case TIME -> "time(";
      default -> "datetime(";
    };
    int whole = kind == Kind.TIME ? 8 : 19;
    out.sql(function);
    if (kind == Kind.DATE) {
      out.part(call.argument(0));
    } else {
      out.sql("substr(").part(call.argument(0)).sql(", 1, " + whole + ")");
    }
    out.sql(", ");
    if (unit == ChronoUnit.WEEKS) {
      out.sql("(7 * ").part(call.argument(1)).sql(") || ' days')");
    } else {
      out.part(call.argument(1)).sql(" || ' " + modifier(unit) + "'");
      boolean ambiguous = unit == ChronoUnit.MONTHS || unit == ChronoUnit.YEARS;
      out.sql(ambiguous ? ", 'floor')" : ")");
    }
    if (kind != Kind.DATE) { // its own functions keep at most three digits
      out.sql(" || substr(").part(call.argument(0)).sql(", " + (whole + 1) + ")");
    }
  }

  private static String modifier(ChronoUnit unit) {
    return switch (unit) {
      case SECONDS, MINUTES, HOURS, DAYS, MONTHS, YEARS -> unit.name().toLowerCase(Locale.ROOT);
      default -> throw unknown(unit);
    };
  }

  private static void truncate(SqlWriter out, SqlCall call) {
    ChronoUnit unit = (ChronoUnit) call.constants().get(0);
    boolean dated = call.type().kind() != Kind.TIME;
    String midnight =
        call.type().kind() == Kind.DATE || call.type().kind() == Kind.TIME ? "" : " 00:00:00";
    int time = timeFrom(call.type());
    if (unit == ChronoUnit.WEEKS && dated) {
      out.sql("date(").part(call.argument(0)).sql(", 'weekday 0', '-6 days')");
      out.sql(midnight.isEmpty() ? "" : " || '" + midnight + "'");
      return;
    }
    int length = switch (unit) {
      case YEARS -> 4;
      case MONTHS -> 7;
      case DAYS -> 10;
      case HOURS -> time + 1;
      case MINUTES -> time + 4;
      case SECONDS -> time + 7;
      default -> throw unknown(unit);
    };
    String rest = switch (unit) {
      case YEARS -> "-01-01" + midnight;
      case MONTHS -> "-01" + midnight;
      case DAYS -> midnight;
      case HOURS -> ":00:00";
      case MINUTES -> ":00";
      default -> "";
    };
    out.sql("substr(").part(call.argument(0)).sql(", 1, " + length + ")");
    out.sql(rest.isEmpty() ? "" : " || '" + rest + "'");
  }

  private static UnsupportedQueryException unknown(ChronoUnit unit) {
    return new UnsupportedQueryException(
        Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot compute with " + unit)
            .because("queries know seconds, minutes, hours, days, weeks, months and years")
            .fix("Use one of these units."));
  }

  // ---- JSON

  private static String path(SqlCall call) {
    StringBuilder path = new StringBuilder("'$");
    for (Object member : (List<? extends Object>) call.constants().get(0)) {
      String name = member.toString();
      if (name.indexOf('"') >= 0) {
        throw new UnsupportedQueryException(
            Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot reach JSON member " + name)
                .because("SQLite has no way to write a quotation mark in a path")
                .fix("Name the member without it."));
      }
      path.append(".\"").append(escaped(name).replace("'", "''")).append('"');
    }
    return path.append("'").toString();
  }

  /** SQLite compares the name with that in the document, where it is written with escapes. */
  private static String escaped(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\') {
        out.append("\\\\");
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static void jsonText(SqlWriter out, SqlCall call) {
    String path = path(call);
    out.sql("CASE json_type(").part(call.argument(0)).sql(", " + path);
    out.sql(") WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(json_extract(");
    out.part(call.argument(0)).sql(", " + path + ") AS TEXT) END");
  }

  private static void jsonNumber(SqlWriter out, SqlCall call) {
    String path = path(call);
    out.sql("CASE WHEN json_type(").part(call.argument(0)).sql(", " + path);
    out.sql(") IN ('integer', 'real') THEN CAST(json_extract(").part(call.argument(0));
    out.sql(", " + path + ") AS ");
    out.sql(call.type().kind() == Kind.DOUBLE ? "REAL" : "INTEGER").sql(") END");
  }
}
