package orm.engine.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.spi.dialect.LexicalFeature;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlScript;
import orm.spi.sql.SqlToken;
import orm.spi.sql.SqlToken.Kind;

/**
 * One statement with its parameters found. Immutable.
 *
 * @param parts the text and the parameters in order; what text is left is ready for JDBC
 * @param names the names of the parameters
 * @param reads whether it only reads, as far as its words tell
 * @param isPlain whether it reads and calls no function that could write, as far as its words tell
 * @param changesRows whether it is an insert, update, delete or the like, fit for a transaction
 */
public record ParsedSql(
    List<Part> parts, Set<String> names, boolean reads, boolean isPlain, boolean changesRows) {
  /** With these a statement only reads; behind {@code with} and {@code explain} anything may be. */
  private static final Set<String> READING = Set.of("select", "values", "table", "show", "pragma");

  /** With these a statement changes rows; others may be refused inside a transaction. */
  private static final Set<String> CHANGING =
      Set.of("insert", "update", "delete", "merge", "replace", "with");

  /** Words that may stand before a parenthesis and change nothing. */
  private static final Set<String> HARMLESS = Set.of(
      "abs",
      "all",
      "and",
      "any",
      "array",
      "array_agg",
      "as",
      "asc",
      "avg",
      "between",
      "by",
      "case",
      "cast",
      "ceil",
      "char_length",
      "coalesce",
      "concat",
      "count",
      "cube",
      "date",
      "date_trunc",
      "datetime",
      "dense_rank",
      "desc",
      "distinct",
      "else",
      "except",
      "exists",
      "extract",
      "filter",
      "first_value",
      "floor",
      "from",
      "greatest",
      "group_concat",
      "grouping",
      "having",
      "ifnull",
      "in",
      "instr",
      "intersect",
      "interval",
      "is",
      "join",
      "json_agg",
      "json_array_length",
      "json_each",
      "json_extract",
      "jsonb_agg",
      "jsonb_array_elements",
      "julianday",
      "lag",
      "last_value",
      "lateral",
      "lead",
      "least",
      "left",
      "length",
      "like",
      "limit",
      "lower",
      "ltrim",
      "max",
      "min",
      "mod",
      "not",
      "now",
      "ntile",
      "nullif",
      "numeric",
      "offset",
      "on",
      "or",
      "order",
      "over",
      "partition",
      "position",
      "printf",
      "random",
      "rank",
      "replace",
      "right",
      "rollup",
      "round",
      "row",
      "row_number",
      "rtrim",
      "select",
      "sets",
      "sign",
      "some",
      "strftime",
      "string_agg",
      "substr",
      "substring",
      "sum",
      "then",
      "time",
      "to_char",
      "total",
      "trim",
      "typeof",
      "union",
      "unnest",
      "upper",
      "using",
      "values",
      "varchar",
      "version",
      "when",
      "where",
      "within",
      "with");

  private static final Set<String> MAY_READ = Set.of("with", "explain");

  private static final Set<String> WRITING =
      Set.of("insert", "update", "delete", "merge", "into"); // the last one of REPLACE INTO

  /** With these a statement ends or begins a transaction. */
  private static final Set<String> TRANSACTIONS = Set.of(
      "begin", "start", "commit", "end", "abort", "rollback", "savepoint", "release", "prepare");

  /** A piece of a statement. */
  public sealed interface Part {}

  /**
   * Text that is sent as it is.
   *
   * @param sql the text
   */
  public record Text(String sql) implements Part {}

  /**
   * A parameter.
   *
   * @param name its name
   */
  public record Parameter(String name) implements Part {}

  /**
   * A parameter that stands alone behind {@code IN}, where one value or a list may be meant.
   *
   * @param negated whether it is {@code NOT IN}
   * @param name the name of the parameter
   * @param before the text before a single value, from {@code [NOT] IN} on
   * @param after the text behind a single value
   */
  public record Membership(boolean negated, String name, String before, String after)
      implements Part {}

  /**
   * Finds the parameters of a statement.
   *
   * @param sql one statement, with or without a semicolon at its end
   * @param lexer reads it
   * @return the statement
   * @throws InvalidQueryException if there is no statement or several, if it has parameters by
   *     position, or if it begins or ends a transaction
   */
  public static ParsedSql of(String sql, SqlLexer lexer) {
    return new Parser(sql, lexer).parse();
  }

  /**
   * Refuses what would end or begin a transaction behind the back of whoever runs it.
   *
   * @param what what is tried, for the message
   * @param sql one statement
   * @param lexer reads it
   * @throws InvalidQueryException if it does
   */
  public static void requireNoTransactionControl(String what, String sql, SqlLexer lexer) {
    requireNoTransactionControl(what, sql, significant(sql, lexer));
  }

  private static void requireNoTransactionControl(String what, String sql, List<SqlToken> tokens) {
    if (tokens.isEmpty() || tokens.get(0).kind() != Kind.WORD) {
      return;
    }
    String first = tokens.get(0).in(sql).toLowerCase(Locale.ROOT);
    boolean prepares =
        first.equals("prepare") && !(tokens.size() > 1 && tokens.get(1).is(sql, "transaction"));
    if (TRANSACTIONS.contains(first) && !prepares) {
      throw new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, what)
          .because("the statement " + first.toUpperCase(Locale.ROOT)
              + " would begin or end a transaction behind the back of its handle")
          .fix("Leave it out: use transaction(…) and nested(…). A script is one transaction."));
    }
  }

  private static List<SqlToken> significant(String sql, SqlLexer lexer) {
    return lexer.tokens(sql).stream()
        .filter(token -> token.kind() != Kind.COMMENT)
        .toList();
  }

  /** The walk over the tokens of one statement. */
  private static final class Parser {
    private static final String WHAT = "Cannot run the SQL text";

    private final String sql;
    private final SqlLexer lexer;
    private final boolean doubles;
    private final List<SqlToken> tokens;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();

    /** Up to here the text is in the parts. */
    private int done;

    Parser(String sql, SqlLexer lexer) {
      this.sql = sql;
      this.lexer = lexer;
      this.doubles = lexer.has(LexicalFeature.QUESTION_MARK_OPERATORS);
      this.tokens = significant(sql, lexer);
    }

    ParsedSql parse() {
      int count = statementEnd();
      requireOneStatement(count);
      requireNoTransactionControl(WHAT, sql, tokens);
      done = tokens.get(0).begin();
      for (int i = 0; i < count; i++) {
        SqlToken token = tokens.get(i);
        switch (token.kind()) {
          case PARAMETER -> parameter(i);
          case FOREIGN_PARAMETER -> throw positional(token);
          case OPERATOR -> operator(i);
          default -> {}
        }
      }
      copyTo(tokens.get(count - 1).end());
      flush();
      boolean reads = reads(count);
      return new ParsedSql(
          List.copyOf(parts),
          Collections.unmodifiableSet(names),
          reads,
          reads && isPlain(count),
          CHANGING.contains(tokens.get(0).in(sql).toLowerCase(Locale.ROOT)));
    }

    /** The number of tokens before the last semicolon. */
    private int statementEnd() {
      int count = tokens.size();
      while (count > 0 && tokens.get(count - 1).kind() == Kind.SEMICOLON) {
        count--;
      }
      if (count == 0) {
        throw new InvalidQueryException(
            Failure.of(ErrorCode.INVALID_QUERY, WHAT).because("there is no statement in it"));
      }
      return count;
    }

    private void requireOneStatement(int count) {
      boolean several =
          tokens.subList(0, count).stream().anyMatch(token -> token.kind() == Kind.SEMICOLON);
      if (several && SqlScript.split(sql, lexer).size() > 1) {
        throw new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, WHAT)
            .because("it holds several statements")
            .fix("Run them with script(…), or one after the other."));
      }
    }

    private boolean reads(int count) {
      String first = tokens.get(0).in(sql).toLowerCase(Locale.ROOT);
      if (first.equals("(") || READING.contains(first)) {
        return true;
      }
      return MAY_READ.contains(first)
          && tokens.subList(0, count).stream()
              .filter(token -> token.kind() == Kind.WORD)
              .noneMatch(token -> WRITING.contains(token.in(sql).toLowerCase(Locale.ROOT)));
    }

    /** Whether it calls no function that could do anything, as far as its name tells. */
    private boolean isPlain(int count) {
      if (tokens.get(0).is(sql, "pragma")) {
        return false;
      }
      for (int i = 1; i < count; i++) {
        if (tokens.get(i).kind() == Kind.OPEN && !isHarmless(tokens.get(i - 1))) {
          return false;
        }
      }
      return true;
    }

    private boolean isHarmless(SqlToken before) {
      return switch (before.kind()) {
        case WORD -> HARMLESS.contains(before.in(sql).toLowerCase(Locale.ROOT));
        case NAME -> false;
        default -> true;
      };
    }

    private void copyTo(int end) {
      if (end > done) { // what was part of a membership is behind us already
        text.append(sql, done, end);
        done = end;
      }
    }

    private void flush() {
      if (text.length() > 0) {
        parts.add(new Text(text.toString()));
        text.setLength(0);
      }
    }

    private void parameter(int i) {
      SqlToken token = tokens.get(i);
      String name = sql.substring(token.begin() + 1, token.end());
      names.add(name);
      boolean enclosed = is(i - 1, Kind.OPEN) && is(i + 1, Kind.CLOSE);
      int in = enclosed ? i - 2 : i - 1;
      if (in < 0 || !tokens.get(in).is(sql, "in")) {
        copyTo(token.begin());
        flush();
        parts.add(new Parameter(name));
        done = token.end();
        return;
      }
      boolean negated = in > 0 && tokens.get(in - 1).is(sql, "not");
      int begin = tokens.get(negated ? in - 1 : in).begin();
      int end = enclosed ? tokens.get(i + 1).end() : token.end();
      copyTo(begin);
      flush();
      parts.add(new Membership(
          negated, name, sql.substring(begin, token.begin()), sql.substring(token.end(), end)));
      done = end;
    }

    private boolean is(int i, Kind kind) {
      return i >= 0 && i < tokens.size() && tokens.get(i).kind() == kind;
    }

    /** An operator with a question mark stands between two operands; a parameter does not. */
    private void operator(int i) {
      SqlToken token = tokens.get(i);
      String operator = token.in(sql);
      if (!doubles || operator.indexOf('?') < 0) {
        return;
      }
      boolean comparison = operator.endsWith("?") && "=<>+-*/|".indexOf(operator.charAt(0)) >= 0;
      boolean alone = operator.equals("?");
      if (comparison || (alone && !isBetweenOperands(i))) {
        throw positional(token);
      }
      copyTo(token.begin());
      text.append(operator.replace("?", "??"));
      done = token.end();
    }

    private boolean isBetweenOperands(int i) {
      if (i == 0 || i + 1 >= tokens.size() || !SqlLexer.endsOperand(sql, tokens.get(i - 1))) {
        return false;
      }
      return switch (tokens.get(i + 1).kind()) {
        case NUMBER, TEXT, NAME, PARAMETER, FOREIGN_PARAMETER, OPEN -> true;
        case WORD -> SqlLexer.beginsOperand(sql, tokens.get(i + 1));
        default -> false;
      };
    }

    private InvalidQueryException positional(SqlToken token) {
      return new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, WHAT)
          .because("it has the parameter "
              + token.in(sql)
              + " in "
              + SqlLexer.place(sql, token.begin())
              + ", which has no name of ours")
          .fix("Write :name, and give the value with bind(\"name\", …)."));
    }
  }
}
