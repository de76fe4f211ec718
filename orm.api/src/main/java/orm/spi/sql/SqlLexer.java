package orm.spi.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.spi.dialect.LexicalFeature;
import orm.spi.sql.SqlToken.Kind;

/**
 * Takes SQL text apart as one database does. Immutable and safe for use by several threads.
 *
 * <p>The one thing that it decides and databases do not is what a colon means: {@code :name} is a
 * parameter, unless the colon stands directly behind an operand, as in {@code a[1:n]}, or behind
 * one at any distance inside brackets, as in {@code a[1 : n]}.
 */
public final class SqlLexer {
  private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";

  /** Keywords behind which an operand begins, so that they are none themselves. */
  private static final Set<String> BEFORE_OPERANDS = Set.of(
      "all",
      "and",
      "any",
      "as",
      "between",
      "by",
      "case",
      "distinct",
      "else",
      "escape",
      "except",
      "fetch",
      "first",
      "for",
      "from",
      "glob",
      "having",
      "ilike",
      "in",
      "intersect",
      "is",
      "like",
      "limit",
      "match",
      "next",
      "not",
      "offset",
      "on",
      "or",
      "regexp",
      "returning",
      "select",
      "set",
      "similar",
      "some",
      "then",
      "to",
      "union",
      "using",
      "values",
      "when",
      "where");

  /** Keywords that may follow an operand besides those. */
  private static final Set<String> BEHIND_OPERANDS = Set.of(
      "asc", "collate", "cross", "desc", "end", "full", "group", "inner", "join", "left", "natural",
      "nulls", "order", "over", "right", "window");

  private final Set<LexicalFeature> features;

  /**
   * Makes a lexer.
   *
   * @param features how the database reads text
   */
  public SqlLexer(Set<LexicalFeature> features) {
    this.features = Set.copyOf(features);
  }

  /**
   * Tells how the database reads text.
   *
   * @param feature a way
   * @return whether it is that of the database
   */
  public boolean has(LexicalFeature feature) {
    return features.contains(feature);
  }

  /**
   * Takes a text apart.
   *
   * @param sql the text
   * @return its tokens in order
   * @throws InvalidQueryException if a quote or comment is not closed
   */
  public List<SqlToken> tokens(String sql) {
    return new Reading(sql).all();
  }

  /**
   * Tells whether an operand may end with a token.
   *
   * @param sql the text
   * @param token a token of it; null for the place before the first one
   * @return whether what follows may be an operator
   */
  public static boolean endsOperand(String sql, @Nullable SqlToken token) {
    if (token == null) {
      return false;
    }
    return switch (token.kind()) {
      case WORD -> !BEFORE_OPERANDS.contains(token.in(sql).toLowerCase(Locale.ROOT));
      case NUMBER, TEXT, NAME, PARAMETER, FOREIGN_PARAMETER, CLOSE, CLOSE_BRACKET -> true;
      default -> false;
    };
  }

  /**
   * Tells whether a word begins an operand, and is no keyword that goes on with the statement.
   *
   * @param sql the text
   * @param word a word of it
   * @return whether it does
   */
  public static boolean beginsOperand(String sql, SqlToken word) {
    String keyword = word.in(sql).toLowerCase(Locale.ROOT);
    return keyword.equals("any")
        || keyword.equals("all")
        || keyword.equals("case")
        || keyword.equals("some")
        || !(BEFORE_OPERANDS.contains(keyword) || BEHIND_OPERANDS.contains(keyword));
  }

  /**
   * Names a place for people.
   *
   * @param sql the text
   * @param at the place
   * @return line and column, from 1
   */
  public static String place(String sql, int at) {
    int begin = sql.lastIndexOf('\n', at - 1) + 1;
    return "line " + line(sql, at) + ", column " + (at - begin + 1);
  }

  /** The number of a line, from 1. */
  private static int line(String sql, int at) {
    return 1 + (int) sql.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /**
   * Begins to take a text apart, one token after the other, where some of it may be no SQL.
   *
   * @param sql the text
   * @return the way through it
   */
  public Walk walk(String sql) {
    return new Reading(sql);
  }

  /** A way through a text. Not safe for use by several threads. */
  public interface Walk {
    /**
     * Reads the next token.
     *
     * @return the token; null at the end
     * @throws InvalidQueryException if a quote or comment is not closed
     */
    @Nullable
    SqlToken next();

    /**
     * Leaves out a part of the text.
     *
     * @param position where to go on
     */
    void skipTo(int position);
  }

  /** One pass over one text. */
  private final class Reading implements Walk {
    private final String sql;

    /** What is open now: parentheses and brackets. */
    private final Deque<Kind> open = new ArrayDeque<>();

    /** The last token that is no comment. */
    private @Nullable SqlToken last;

    private int at;

    Reading(String sql) {
      this.sql = sql;
    }

    List<SqlToken> all() {
      List<SqlToken> tokens = new ArrayList<>();
      for (SqlToken token = next(); token != null; token = next()) {
        tokens.add(token);
      }
      return List.copyOf(tokens);
    }

    @Override
    public @Nullable SqlToken next() {
      while (at < sql.length()) {
        char c = sql.charAt(at);
        if (c <= ' ' || c == '\uFEFF') { // other blanks are letters to the databases
          at++;
        } else {
          int begin = at;
          Kind kind = next(c);
          SqlToken token = new SqlToken(kind, begin, at);
          if (kind != Kind.COMMENT) {
            last = token;
          }
          return token;
        }
      }
      return null;
    }

    @Override
    public void skipTo(int position) {
      at = position;
    }

    /** Moves behind the token that begins here. */
    private Kind next(char c) {
      if (sql.startsWith("--", at)) {
        return lineComment();
      }
      if (sql.startsWith("/*", at)) {
        return blockComment();
      }
      return switch (c) {
        case '\'' -> quoted('\'', Kind.TEXT);
        case '"' -> quoted('"', Kind.NAME);
        case '`' -> has(LexicalFeature.BACKTICK_NAMES) ? quoted('`', Kind.NAME) : operator();
        case '[' -> has(LexicalFeature.BRACKET_NAMES) ? bracketName() : opened(Kind.OPEN_BRACKET);
        case ']' -> closed(Kind.CLOSE_BRACKET);
        case '(' -> opened(Kind.OPEN);
        case ')' -> closed(Kind.CLOSE);
        case ';' -> one(Kind.SEMICOLON);
        case ':' -> colon();
        case '$' -> dollar();
        case '?' -> questionMark();
        case '@', '#' -> has(LexicalFeature.SIGIL_PARAMETERS) ? sigil() : operator();
        default -> other(c);
      };
    }

    private Kind other(char c) {
      if (isDigit(c)) {
        return number();
      }
      if (isNameStart(c)) {
        return word(c);
      }
      return OPERATOR_CHARACTERS.indexOf(c) >= 0 ? operator() : one(Kind.OTHER);
    }

    private Kind one(Kind kind) {
      at++;
      return kind;
    }

    private Kind opened(Kind kind) {
      open.push(kind);
      return one(kind);
    }

    private Kind closed(Kind kind) {
      open.poll(); // what does not match is the database's to refuse
      return one(kind);
    }

    private Kind lineComment() {
      while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
        at++;
      }
      return Kind.COMMENT;
    }

    private Kind blockComment() {
      int begin = at;
      boolean nests = has(LexicalFeature.NESTED_COMMENTS);
      int depth = 0;
      do {
        if (sql.startsWith("*/", at)) {
          depth--;
          at += 2;
        } else if (sql.startsWith("/*", at) && (depth == 0 || nests)) {
          depth++;
          at += 2;
        } else if (++at >= sql.length()) {
          throw unclosed("the comment", begin);
        }
      } while (depth > 0);
      return Kind.COMMENT;
    }

    /** A doubled quote is part of what is quoted. */
    private Kind quoted(char quote, Kind kind) {
      int begin = at;
      int end = sql.indexOf(quote, at + 1);
      while (end >= 0 && end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end = sql.indexOf(quote, end + 2);
      }
      if (end < 0) {
        throw unclosed("the quote " + quote, begin);
      }
      at = end + 1;
      return kind;
    }

    private Kind escapeString(int quote) {
      for (int i = quote + 1; i < sql.length(); i++) {
        char c = sql.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '\'') {
          if (i + 1 < sql.length() && sql.charAt(i + 1) == '\'') {
            i++;
          } else {
            at = i + 1;
            return Kind.TEXT;
          }
        }
      }
      throw unclosed("the quote '", at);
    }

    private Kind bracketName() {
      int end = sql.indexOf(']', at);
      if (end < 0) {
        throw unclosed("the bracket [", at);
      }
      at = end + 1;
      return Kind.NAME;
    }

    private Kind number() {
      while (at < sql.length() && (isNamePart(sql.charAt(at)) || sql.charAt(at) == '.')) {
        at++;
      }
      return Kind.NUMBER;
    }

    private Kind word(char first) {
      boolean quoteFollows = at + 1 < sql.length() && sql.charAt(at + 1) == '\'';
      if (quoteFollows && (first == 'e' || first == 'E') && has(LexicalFeature.ESCAPE_STRINGS)) {
        return escapeString(at + 1);
      }
      at = nameEnd(at);
      return Kind.WORD;
    }

    private int nameEnd(int from) {
      int end = from;
      while (end < sql.length() && isNamePart(sql.charAt(end))) {
        end++;
      }
      return end;
    }

    private Kind operator() {
      int begin = at;
      while (at < sql.length()
          && OPERATOR_CHARACTERS.indexOf(sql.charAt(at)) >= 0
          && !(at > begin && endsOperator())) {
        at++;
      }
      return Kind.OPERATOR;
    }

    /** Where a comment begins, or what means something else to this database. */
    private boolean endsOperator() {
      char c = sql.charAt(at);
      return sql.startsWith("--", at)
          || sql.startsWith("/*", at)
          || (c == '`' && has(LexicalFeature.BACKTICK_NAMES))
          || (c == '?' && !has(LexicalFeature.QUESTION_MARK_OPERATORS))
          || ((c == '@' || c == '#') && has(LexicalFeature.SIGIL_PARAMETERS));
    }

    private Kind questionMark() {
      if (has(LexicalFeature.QUESTION_MARK_OPERATORS)) {
        return operator();
      }
      at++;
      while (at < sql.length() && isDigit(sql.charAt(at))) {
        at++;
      }
      return Kind.FOREIGN_PARAMETER;
    }

    private Kind sigil() {
      at = nameEnd(at + 1);
      return Kind.FOREIGN_PARAMETER;
    }

    private Kind dollar() {
      if (has(LexicalFeature.DOLLAR_QUOTES)) {
        int end = at + 1;
        while (end < sql.length() && isNamePart(sql.charAt(end)) && sql.charAt(end) != '$') {
          end++;
        }
        boolean opens = end < sql.length()
            && sql.charAt(end) == '$'
            && (end == at + 1 || !isDigit(sql.charAt(at + 1)));
        if (opens) {
          return dollarQuoted(sql.substring(at, end + 1));
        }
      }
      return sigil();
    }

    private Kind dollarQuoted(String quote) {
      int end = sql.indexOf(quote, at + quote.length());
      if (end < 0) {
        throw unclosed("the quote " + quote, at);
      }
      at = end + quote.length();
      return Kind.TEXT;
    }

    private Kind colon() {
      if (sql.startsWith("::", at) || sql.startsWith(":=", at)) {
        at += 2;
        return Kind.OPERATOR;
      }
      if (at + 1 < sql.length() && isNameStart(sql.charAt(at + 1)) && !isPartOfOperand()) {
        at++;
        while (at < sql.length() && isNamePart(sql.charAt(at)) && sql.charAt(at) != '$') {
          at++;
        }
        return Kind.PARAMETER;
      }
      return one(Kind.OTHER);
    }

    private boolean isPartOfOperand() {
      SqlToken before = last;
      return before != null
          && endsOperand(sql, before)
          && (before.end() == at || open.peek() == Kind.OPEN_BRACKET);
    }

    private InvalidQueryException unclosed(String what, int begin) {
      return new InvalidQueryException(
          Failure.of(ErrorCode.INVALID_QUERY, "Cannot read the SQL text")
              .because(what + " in " + place(sql, begin) + " is never closed")
              .fix("Close it; inside a text write a quote twice."));
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Both databases take every character beyond ASCII for a letter. */
  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '$';
  }
}
