package orm.spi.sql;

import java.util.List;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.spi.sql.SqlToken.Kind;

/**
 * A walk over the tokens of an SQL text, for readers of a grammar. Comments are passed over. For
 * use by one thread.
 */
public final class SqlCursor {
  private final String sql;
  private final List<SqlToken> tokens;
  private int next;

  /**
   * Stands before the first token.
   *
   * @param sql the text
   * @param lexer takes it apart
   * @throws InvalidQueryException if a quote or comment is not closed
   */
  public SqlCursor(String sql, SqlLexer lexer) {
    this.sql = sql;
    this.tokens =
        lexer.tokens(sql).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
  }

  /**
   * Takes away the parentheses around a whole expression.
   *
   * @param sql the expression
   * @param lexer takes it apart
   * @return the expression without them, and without blanks and comments around it
   */
  public static String withoutParentheses(String sql, SqlLexer lexer) {
    SqlCursor cursor = new SqlCursor(sql, lexer);
    if (!cursor.at("(")) {
      return sql.strip();
    }
    String inside = cursor.parenthesized();
    return cursor.atEnd() ? withoutParentheses(inside, lexer) : sql.strip();
  }

  /** {@return whether all tokens are passed} */
  public boolean atEnd() {
    return next == tokens.size();
  }

  /**
   * Tells what comes next.
   *
   * @param words keywords, in any case, or symbols
   * @return whether these come next, in this order
   */
  public boolean at(String... words) {
    if (next + words.length > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(next + i).in(sql).equalsIgnoreCase(words[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells what comes next.
   *
   * @param words keywords, in any case, or symbols
   * @return whether one of them comes next
   */
  public boolean atAny(String... words) {
    for (String word : words) {
      if (at(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells what comes next.
   *
   * @param kind a kind of token
   * @return whether such a token comes next
   */
  public boolean at(Kind kind) {
    return !atEnd() && tokens.get(next).kind() == kind;
  }

  /**
   * Passes tokens if they come next.
   *
   * @param words keywords, in any case, or symbols
   * @return whether they came, in this order
   */
  public boolean accept(String... words) {
    if (!at(words)) {
      return false;
    }
    next += words.length;
    return true;
  }

  /**
   * Passes tokens that must come next.
   *
   * @param words keywords, in any case, or symbols
   * @throws InvalidQueryException if something else comes
   */
  public void expect(String... words) {
    if (!accept(words)) {
      throw unexpected(String.join(" ", words));
    }
  }

  /**
   * Passes one token.
   *
   * @return the token
   * @throws InvalidQueryException at the end of the text
   */
  public SqlToken next() {
    if (atEnd()) {
      throw unexpected("more");
    }
    return tokens.get(next++);
  }

  /**
   * Passes a name, quoted or not.
   *
   * @return the name without quotes
   * @throws InvalidQueryException if something else comes
   */
  public String name() {
    if (!at(Kind.WORD) && !at(Kind.NAME) && !at(Kind.TEXT)) {
      throw unexpected("a name");
    }
    return next().name(sql);
  }

  /**
   * Passes a pair of parentheses and what is between them.
   *
   * @return the text between them, without blanks and comments around it
   * @throws InvalidQueryException if no parenthesis comes, or if it is never closed
   */
  public String parenthesized() {
    if (!at("(")) {
      throw unexpected("(");
    }
    int first = next + 1;
    skip();
    int last = next - 2;
    return first > last
        ? ""
        : sql.substring(tokens.get(first).begin(), tokens.get(last).end());
  }

  /**
   * Passes one token; with an opening parenthesis or bracket all up to the closing one.
   *
   * @throws InvalidQueryException at the end of the text
   */
  public void skip() {
    int open = 0;
    do {
      switch (next().kind()) {
        case OPEN, OPEN_BRACKET -> open++;
        case CLOSE, CLOSE_BRACKET -> open--;
        default -> {}
      }
    } while (open > 0);
  }

  /** {@return where the next token begins; at the end of the text its length} */
  public int begin() {
    return atEnd() ? sql.length() : tokens.get(next).begin();
  }

  /** {@return where the last token ended that was passed; 0 before the first one} */
  public int end() {
    return next == 0 ? 0 : tokens.get(next - 1).end();
  }

  private InvalidQueryException unexpected(String wanted) {
    String found = atEnd() ? "the end" : tokens.get(next).in(sql);
    return new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, "Cannot read the SQL text")
        .because("in " + SqlLexer.place(sql, begin()) + " is " + found + " instead of " + wanted));
  }
}
