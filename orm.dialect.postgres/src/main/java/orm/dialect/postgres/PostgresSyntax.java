package orm.dialect.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.expression.Operator;
import orm.api.query.LockWait;
import orm.api.schema.ColumnType;
import orm.spi.dialect.LexicalFeature;
import orm.spi.dialect.SqlCall;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;
import orm.spi.dialect.TextSearch;

/** PostgreSQL's ways of saying things. */
final class PostgresSyntax implements SqlSyntax {
  /** Bytes of an identifier: NAMEDATALEN - 1. The server cuts longer ones with only a notice. */
  private static final int IDENTIFIER_BYTES = 63;

  private final PostgresFunctions functions = new PostgresFunctions(this);

  private volatile String foldCollation = "";

  /**
   * Sets the collation whose rules fold case.
   *
   * @param collation its name in pg_catalog; empty for that of the database, which is not always
   *     that of a column
   */
  void foldWith(String collation) {
    foldCollation = " COLLATE pg_catalog." + quote(collation.isEmpty() ? "default" : collation);
  }

  @Override
  public String quote(String identifier) {
    if (identifier.indexOf('\0') >= 0) {
      throw new InvalidQueryException(
          Failure.of(ErrorCode.INVALID_QUERY, "Cannot use a name that holds U+0000"));
    }
    if (identifier.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      // The driver would send another character, the same for all of them.
      throw new InvalidQueryException(Failure.of(
          ErrorCode.INVALID_QUERY, "Cannot use a name that holds half of a pair of surrogates"));
    }
    return SqlSyntax.super.quote(identifier);
  }

  @Override
  public Set<LexicalFeature> lexicalFeatures() {
    return Set.of(
        LexicalFeature.NESTED_COMMENTS,
        LexicalFeature.ESCAPE_STRINGS,
        LexicalFeature.DOLLAR_QUOTES,
        LexicalFeature.QUESTION_MARK_OPERATORS,
        LexicalFeature.ATOMIC_BODIES,
        LexicalFeature.COPY_DATA);
  }

  @Override
  public int maxIdentifierBytes() {
    return IDENTIFIER_BYTES;
  }

  /** Types that travel as text need a cast; for all others the bind itself tells the type. */
  @Override
  public String parameter(ColumnType type) {
    return switch (type.kind()) {
      case JSON, LIST, INET, CIDR, MACADDR, INTERVAL, RANGE -> "?::" + castName(type);
      case ENUM -> type.name() == null ? "?" : "?::" + castName(type);
      default -> "?";
    };
  }

  @Override
  public void textMatch(SqlWriter out, Operator operator, SqlPart text, SqlWriter.Value pattern) {
    switch (operator) {
      case LIKE -> like(out, text, pattern, LikePattern::closed);
      case CONTAINS -> like(out, text, pattern, part -> "%" + LikePattern.literal(part) + "%");
      case STARTS_WITH -> like(out, text, pattern, part -> LikePattern.literal(part) + "%");
      case ENDS_WITH -> like(out, text, pattern, part -> "%" + LikePattern.literal(part));
      case LIKE_IGNORE_CASE -> likeIgnoreCase(out, text, pattern, LikePattern::closed);
      case CONTAINS_IGNORE_CASE ->
        likeIgnoreCase(out, text, pattern, part -> "%" + LikePattern.literal(part) + "%");
      default ->
        throw new IllegalArgumentException(
            operator.name().toLowerCase(Locale.ROOT) + " matches no text");
    }
  }

  private static void like(
      SqlWriter out, SqlPart text, SqlWriter.Value pattern, UnaryOperator<String> change) {
    out.part(text).sql(" LIKE ");
    out.bind(pattern, TEXT, value -> change.apply((String) value)).sql(" ESCAPE '\\'");
  }

  private void likeIgnoreCase(
      SqlWriter out, SqlPart text, SqlWriter.Value pattern, UnaryOperator<String> change) {
    String collation = foldCollation;
    out.sql("lower(").part(text).sql(collation + ") LIKE lower(");
    out.bind(pattern, TEXT, value -> change.apply((String) value));
    out.sql(collation + ") ESCAPE '\\'");
  }

  @Override
  public void in(SqlWriter out, boolean negated, SqlPart operand, SqlWriter.Value values) {
    ColumnType type = values.type();
    out.part(operand);
    if (type.kind() == ColumnType.Kind.LIST) {
      // An array of arrays would be taken for a list of all their elements.
      out.sql(negated ? " NOT IN (SELECT " : " IN (SELECT ");
      out.sql("x::" + castName(type) + " FROM unnest(");
      out.bindElements(values).sql("::text[]) AS x)");
    } else {
      out.sql(negated ? " <> ALL (" : " = ANY (")
          .bindElements(values)
          .sql("::" + castName(type) + "[])");
    }
  }

  /** The literal takes the type of the operand; a subquery would have one of its own. */
  @Override
  public String inNothing(boolean negated) {
    return negated ? " <> ALL ('{}')" : " = ANY ('{}')";
  }

  @Override
  public void limit(SqlWriter out, long limit, SqlWriter.@Nullable Value offset) {
    if (limit != Long.MAX_VALUE) {
      // A literal: behind a bind the planner cannot see that few rows are wanted.
      out.sql(" LIMIT " + limit);
    }
    if (offset != null) {
      out.sql(" OFFSET ").bind(offset);
    }
  }

  String foldCollation() {
    return foldCollation;
  }

  @Override
  public boolean has(Feature feature) {
    return true;
  }

  /** Text in the order of code points, whatever the collation of column and database. */
  @Override
  public void ordered(SqlWriter out, SqlPart value, ColumnType type) {
    out.part(value);
    if (type.kind() == ColumnType.Kind.TEXT) {
      out.sql(" COLLATE \"C\"");
    }
  }

  @Override
  public String typedParameter(ColumnType type) {
    return "?::" + castName(type);
  }

  @Override
  public boolean function(SqlWriter out, SqlCall call) {
    return functions.write(out, call);
  }

  @Override
  public void textSearch(SqlWriter out, Operator operator, TextSearch search) {
    new PostgresTextSearch(this).write(out, operator, search);
  }

  @Override
  public void aggregate(
      SqlWriter out, Operator operator, ColumnType argument, ColumnType type, SqlPart call) {
    boolean converted = operator == Operator.AVG
        || (operator == Operator.SUM && type.kind() != ColumnType.Kind.DECIMAL)
        || operator == Operator.FILTER;
    if (converted) {
      PostgresFunctions.cast(out, call, castName(type));
    } else if (type.kind() == ColumnType.Kind.TEXT && operator != Operator.JOIN_TEXT) {
      out.sql("(").part(call).sql(PostgresFunctions.OWN_COLLATION + ")");
    } else {
      out.part(call);
    }
  }

  @Override
  public void unlimited(SqlWriter out, SqlPart value, ColumnType type) {
    switch (type.kind()) {
      case TEXT, DECIMAL, ENUM, LIST, TIME, DATETIME, INSTANT ->
        PostgresFunctions.cast(out, value, castName(type));
      default -> out.part(value);
    }
  }

  @Override
  public void inRows(SqlWriter out, SqlPart row, List<SqlWriter.Value> values) {
    out.part(row);
    String separator = " IN (SELECT * FROM unnest(";
    for (SqlWriter.Value value : values) {
      out.sql(separator).bindElements(value).sql("::" + castName(value.type()) + "[]");
      separator = ", ";
    }
    out.sql("))");
  }

  @Override
  public String lock(boolean exclusive, LockWait wait, List<String> aliases) {
    String strength = exclusive ? " FOR UPDATE" : " FOR SHARE";
    String of = aliases.isEmpty() ? "" : " OF " + String.join(", ", aliases);
    return strength
        + of
        + switch (wait) {
          case WAIT -> "";
          case SKIP -> " SKIP LOCKED";
          case FAIL -> " NOWAIT";
        };
  }

  @Override
  public boolean hasArrayParameters() {
    return true;
  }

  @Override
  public String arrayParameter(ColumnType type) {
    return type.kind() == ColumnType.Kind.LIST ? "?::text[]" : "?::" + castName(type) + "[]";
  }

  @Override
  public String arrayElement(String element, ColumnType type) {
    return type.kind() == ColumnType.Kind.LIST ? element + "::" + castName(type) : element;
  }

  /**
   * The name of a type for a cast: without length, precision and scale, because a cast cuts and
   * rounds silently where an assignment fails.
   */
  String castName(ColumnType type) {
    return switch (type.kind()) {
      case BOOLEAN -> "boolean";
      case SMALLINT -> "smallint";
      case INT -> "integer";
      case BIGINT, DURATION -> "bigint";
      case REAL -> "real";
      case DOUBLE -> "double precision";
      case DECIMAL -> "numeric";
      case TEXT -> "text";
      case BYTES -> "bytea";
      case UUID -> "uuid";
      case DATE -> "date";
      case TIME -> "time";
      case DATETIME -> "timestamp";
      case INSTANT -> "timestamptz";
      case ENUM -> type.name() == null ? "text" : quote(type.name());
      case LIST -> elementName(elementOf(type)) + "[]";
      case JSON -> "jsonb";
      case INET -> "inet";
      case CIDR -> "cidr";
      case MACADDR -> "macaddr";
      case INTERVAL -> "interval";
      case RANGE -> rangeName(elementOf(type));
      case CONVERTED -> throw new IllegalArgumentException("not converted yet: " + type);
    };
  }

  /** An array of limited texts is of another type, which is not compared with one of others. */
  private String elementName(ColumnType element) {
    return PostgresSchema.isVarchar(element) ? "varchar" : castName(element);
  }

  private static String rangeName(ColumnType bound) {
    return switch (bound.kind()) {
      case INT -> "int4range";
      case BIGINT -> "int8range";
      case DECIMAL -> "numrange";
      case DATE -> "daterange";
      case DATETIME -> "tsrange";
      case INSTANT -> "tstzrange";
      default -> throw new IllegalArgumentException("no range has bounds of type " + bound);
    };
  }

  static ColumnType elementOf(ColumnType list) {
    ColumnType element = list.element();
    if (element == null) {
      throw new IllegalArgumentException("no list or range: " + list);
    }
    return element;
  }

  private static final ColumnType TEXT = ColumnType.text(0);
}
