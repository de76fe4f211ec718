package orm.dialect.postgres;

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

/** Functions that PostgreSQL has under other names, or with results of other types. */
final class PostgresFunctions {
  private final PostgresSyntax syntax;

  PostgresFunctions(PostgresSyntax syntax) {
    this.syntax = syntax;
  }

  /** Writes a function; false where standard SQL will do. */
  boolean write(SqlWriter out, SqlCall call) {
    switch (call.operator()) {
      case LOWER -> folded(out, "lower(", call.argument(0));
      case UPPER -> folded(out, "upper(", call.argument(0));
      case POSITION -> {
        out.sql("strpos(")
            .part(call.argument(0))
            .sql(", ")
            .part(call.argument(1))
            .sql(")");
      }
      case GREATEST -> extreme(out, "greatest(", call);
      case LEAST -> extreme(out, "least(", call);
      case AS_LONG -> asLong(out, call);
      case AS_DECIMAL -> cast(out, call.argument(0), "numeric");
      case AS_DOUBLE -> cast(out, call.argument(0), "double precision");
      case EXTRACT -> extract(out, call);
      case PLUS_TIME -> plus(out, call);
      case TRUNCATE_TIME -> truncate(out, call);
      case NOW -> out.sql("statement_timestamp()");
      case LIST_CONTAINS ->
        out.part(call.argument(1)).sql(" = ANY (").part(call.argument(0)).sql(")");
      case RANGE_HOLDS, ENCLOSES -> infix(out, call, isNetwork(call) ? " >>= " : " @> ");
      case WITHIN -> infix(out, call, isNetwork(call) ? " <<= " : " <@ ");
      case OVERLAPS -> infix(out, call, " && ");
      case LIST_SIZE -> out.sql("cardinality(").part(call.argument(0)).sql(")");
      case JSON_TEXT -> path(out, "jsonb_extract_path_text(", call);
      case JSON_NUMBER -> number(out, call);
      case JOIN_TEXT -> {
        out.sql("string_agg(").part(call.argument(0)).sql(", ").part(call.argument(1));
        out.sql(" ORDER BY ");
        syntax.ordered(out, call.argument(0), call.types().get(0));
        out.sql(")");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isNetwork(SqlCall call) {
    Kind kind = call.types().get(0).kind();
    return kind == Kind.INET || kind == Kind.CIDR;
  }

  private static void infix(SqlWriter out, SqlCall call, String operator) {
    out.part(call.argument(0)).sql(operator).part(call.argument(1));
  }

  /**
   * What has been computed under a collation goes on under that of the database: PostgreSQL refuses
   * an operator whose operands were given two of them.
   */
  static final String OWN_COLLATION = " COLLATE pg_catalog.\"default\"";

  private void folded(SqlWriter out, String name, SqlPart text) {
    String collation = syntax.foldCollation();
    boolean own = collation.isEmpty() || collation.equals(OWN_COLLATION);
    out.sql(own ? "" : "(").sql(name).part(text).sql(collation + ")");
    out.sql(own ? "" : OWN_COLLATION + ")");
  }

  private void extreme(SqlWriter out, String name, SqlCall call) {
    String separator = name;
    for (int i = 0; i < call.arguments().size(); i++) {
      out.sql(separator);
      syntax.ordered(out, call.argument(i), call.types().get(i));
      separator = ", ";
    }
    out.sql(")").sql(call.type().kind() == Kind.TEXT ? OWN_COLLATION : "");
  }

  static void cast(SqlWriter out, SqlPart value, String type) {
    out.sql("CAST(").part(value).sql(" AS " + type + ")");
  }

  private static void asLong(SqlWriter out, SqlCall call) {
    switch (call.types().get(0).kind()) {
      case DECIMAL, REAL, DOUBLE -> {
        out.sql("CAST(trunc(").part(call.argument(0)).sql(") AS bigint)");
      }
      default -> cast(out, call.argument(0), "bigint");
    }
  }

  private static void inUtc(SqlWriter out, SqlCall call) {
    out.part(call.argument(0));
    if (call.types().get(0).kind() == Kind.INSTANT) {
      out.sql(" AT TIME ZONE 'UTC'");
    }
  }

  private static void extract(SqlWriter out, SqlCall call) {
    ChronoUnit unit = (ChronoUnit) call.constants().get(0);
    String second = unit == ChronoUnit.SECONDS ? "floor(" : "";
    out.sql("CAST(" + second + "extract(" + field(unit) + " FROM ");
    inUtc(out, call);
    out.sql((second.isEmpty() ? "" : ")") + ") AS integer)");
  }

  private void plus(SqlWriter out, SqlCall call) {
    ChronoUnit unit = (ChronoUnit) call.constants().get(0);
    Kind kind = call.type().kind();
    out.sql("CAST(").sql(kind == Kind.INSTANT ? "((" : "(");
    inUtc(out, call);
    out.sql(kind == Kind.INSTANT ? ")" : "");
    out.sql(" + make_interval(" + argument(unit) + " => CAST(");
    out.part(call.argument(1)).sql(" AS integer)))");
    if (kind == Kind.INSTANT) {
      out.sql(" AT TIME ZONE 'UTC'");
    }
    out.sql(" AS " + syntax.castName(call.type()) + ")");
  }

  private void truncate(SqlWriter out, SqlCall call) {
    ChronoUnit unit = (ChronoUnit) call.constants().get(0);
    Kind kind = call.type().kind();
    out.sql("CAST(date_trunc('" + field(unit) + "', ");
    out.part(call.argument(0));
    if (kind == Kind.DATE) {
      out.sql("::timestamp");
    }
    out.sql(kind == Kind.INSTANT ? ", 'UTC')" : ")");
    out.sql(" AS " + syntax.castName(call.type()) + ")");
  }

  /** The field of a date or time. */
  private static String field(ChronoUnit unit) {
    return switch (unit) {
      case SECONDS, MINUTES, HOURS, DAYS, WEEKS, MONTHS, YEARS -> {
        String name = unit.name().toLowerCase(Locale.ROOT);
        yield name.substring(0, name.length() - 1);
      }
      default -> throw unknown(unit);
    };
  }

  private static String argument(ChronoUnit unit) {
    return switch (unit) {
      case SECONDS -> "secs";
      case MINUTES -> "mins";
      case HOURS, DAYS, WEEKS, MONTHS, YEARS -> unit.name().toLowerCase(Locale.ROOT);
      default -> throw unknown(unit);
    };
  }

  private static UnsupportedQueryException unknown(ChronoUnit unit) {
    return new UnsupportedQueryException(
        Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot compute with " + unit)
            .because("queries know seconds, minutes, hours, days, weeks, months and years")
            .fix("Use one of these units."));
  }

  private static void path(SqlWriter out, String name, SqlCall call) {
    out.sql(name).part(call.argument(0));
    for (Object member : (List<? extends Object>) call.constants().get(0)) {
      out.sql(", '" + member.toString().replace("'", "''") + "'");
    }
    out.sql(")");
  }

  private void number(SqlWriter out, SqlCall call) {
    ColumnType type = call.type();
    out.sql("CASE jsonb_typeof(");
    path(out, "jsonb_extract_path(", call);
    out.sql(") WHEN 'number' THEN CAST(");
    if (type.kind() != Kind.DOUBLE) {
      out.sql("trunc(");
    }
    out.sql("CAST(");
    path(out, "jsonb_extract_path_text(", call);
    out.sql(" AS numeric)" + (type.kind() == Kind.DOUBLE ? "" : ")"));
    out.sql(" AS " + syntax.castName(type) + ") END");
  }
}
