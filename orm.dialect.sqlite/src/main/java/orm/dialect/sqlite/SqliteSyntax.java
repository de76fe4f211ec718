package orm.dialect.sqlite;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.expression.Operator;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.dialect.LexicalFeature;
import orm.spi.dialect.SqlCall;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;
import orm.spi.dialect.TextSearch;

/** SQLite's ways of saying things. */
final class SqliteSyntax implements SqlSyntax {
  private static final ColumnType TEXT = ColumnType.text(0);

  private final DecimalForm decimals;
  private final SqliteFunctions functions;

  SqliteSyntax(DecimalForm decimals) {
    this.decimals = decimals;
    this.functions = new SqliteFunctions(decimals);
  }

  /** In backticks: an unknown name in double quotes would silently be a text. */
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
    return '`' + identifier.replace("`", "``") + '`';
  }

  @Override
  public Set<LexicalFeature> lexicalFeatures() {
    return Set.of(
        LexicalFeature.BACKTICK_NAMES,
        LexicalFeature.BRACKET_NAMES,
        LexicalFeature.SIGIL_PARAMETERS,
        LexicalFeature.TRIGGER_BODIES);
  }

  @Override
  public int maxIdentifierBytes() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String parameter(ColumnType type) {
    return type.kind() == Kind.DECIMAL ? decimals.parameter() : "?";
  }

  @Override
  public boolean isOrdered(ColumnType type) {
    return type.kind() == Kind.DECIMAL ? decimals.isOrdered(type) : SqlSyntax.super.isOrdered(type);
  }

  @Override
  public void textMatch(SqlWriter out, Operator operator, SqlPart text, SqlWriter.Value pattern) {
    switch (operator) {
      case LIKE -> {
        out.part(text).sql(" GLOB ");
        out.bind(pattern, TEXT, like -> GlobPattern.ofLike((String) like));
      }
      case LIKE_IGNORE_CASE -> {
        out.sql(CaseFold.LOWER + "(").part(text).sql(") GLOB ");
        out.bind(pattern, TEXT, like -> GlobPattern.ofLike(CaseFold.fold((String) like)));
      }
      case CONTAINS -> out.sql("instr(").part(text).sql(", ").bind(pattern).sql(") > 0");
      case CONTAINS_IGNORE_CASE -> {
        out.sql("instr(" + CaseFold.LOWER + "(").part(text).sql("), ");
        out.bind(pattern, TEXT, part -> CaseFold.fold((String) part)).sql(") > 0");
      }
      case STARTS_WITH -> startsWith(out, text, pattern);
      case ENDS_WITH -> {
        out.sql("substr(").part(text).sql(", length(").part(text).sql(") - length(");
        out.bind(pattern).sql(") + 1) = ").bind(pattern);
      }
      default -> throw new IllegalArgumentException(operator + " matches no text");
    }
  }

  /** A range, so that an index serves. Above all texts are the blobs. */
  private static void startsWith(SqlWriter out, SqlPart text, SqlWriter.Value prefix) {
    out.sql("(").part(text).sql(" COLLATE BINARY >= ").bind(prefix).sql(" AND ");
    out.part(text).sql(" COLLATE BINARY < coalesce(nullif(");
    out.bind(prefix, TEXT, value -> TextRange.successor((String) value)).sql(", ''), x''))");
  }

  @Override
  public void in(SqlWriter out, boolean negated, SqlPart operand, SqlWriter.Value values) {
    boolean blobs = values.type().kind() == Kind.BYTES;
    out.part(operand).sql(negated ? " NOT IN (SELECT " : " IN (SELECT ");
    out.sql(blobs ? "unhex(value)" : "value").sql(" FROM json_each(");
    out.bindElements(values).sql("))");
  }

  @Override
  public void limit(SqlWriter out, long limit, SqlWriter.@Nullable Value offset) {
    if (limit != Long.MAX_VALUE) {
      out.sql(" LIMIT " + limit);
    } else if (offset != null) {
      out.sql(" LIMIT -1");
    }
    if (offset != null) {
      out.sql(" OFFSET ").bind(offset);
    }
  }

  @Override
  public boolean function(SqlWriter out, SqlCall call) {
    return functions.write(out, call);
  }

  @Override
  public void textSearch(SqlWriter out, Operator operator, TextSearch search) {
    SqliteTextSearch.write(out, operator, search);
  }

  @Override
  public void aggregate(
      SqlWriter out, Operator operator, ColumnType argument, ColumnType type, SqlPart call) {
    if (operator == Operator.AVG && decimals.isScaled(argument)) {
      out.sql("(").part(call).sql(" / 1" + "0".repeat(argument.scale()) + ".0)");
    } else {
      out.part(call);
    }
  }

  @Override
  public void inRange(SqlWriter out, SqlPart value, ColumnType type) {
    functions.inRange(out, value, type);
  }

  @Override
  public String decimalLiteral(BigDecimal value, ColumnType type) {
    return decimals.storedValue(value.toPlainString(), type);
  }

  @Override
  public void rescaled(SqlWriter out, SqlPart value, ColumnType from, ColumnType to) {
    functions.rescaled(out, value, from, to);
  }

  @Override
  public void inRows(SqlWriter out, SqlPart row, List<SqlWriter.Value> values) {
    out.part(row);
    String separator = " IN (SELECT ";
    for (int i = 0; i < values.size(); i++) {
      out.sql(separator + "v" + i + ".value");
      separator = ", ";
    }
    for (int i = 0; i < values.size(); i++) {
      out.sql(i == 0 ? " FROM json_each(" : " JOIN json_each(").bindElements(values.get(i));
      out.sql(") AS v" + i).sql(i == 0 ? "" : " ON v" + i + ".key = v0.key");
    }
    out.sql(")");
  }

  @Override
  public String explain() {
    return "EXPLAIN QUERY PLAN ";
  }

  @Override
  public boolean hasArrayParameters() {
    return false;
  }
}
