package orm.spi.sql;

/**
 * A piece of SQL text; blanks are in none.
 *
 * @param kind what it is
 * @param begin where it begins in the text
 * @param end where it ends, exclusive
 */
public record SqlToken(Kind kind, int begin, int end) {
  /** What a token is. */
  public enum Kind {
    /** A keyword or an identifier without quotes. */
    WORD,
    /** A number. */
    NUMBER,
    /** A text literal of any form, with its quotes. */
    TEXT,
    /** A quoted identifier, with its quotes. */
    NAME,
    /** A comment. */
    COMMENT,
    /** {@code :name}. */
    PARAMETER,
    /** A parameter by position, or one that only this database knows. */
    FOREIGN_PARAMETER,
    /** An operator, casts among them. */
    OPERATOR,
    /** An opening parenthesis. */
    OPEN,
    /** A closing parenthesis. */
    CLOSE,
    /** An opening bracket. */
    OPEN_BRACKET,
    /** A closing bracket. */
    CLOSE_BRACKET,
    /** The end of a statement. */
    SEMICOLON,
    /** Anything else, one character long. */
    OTHER
  }

  /**
   * Returns the characters of this token.
   *
   * @param sql the text that it was read from
   * @return its part of it
   */
  public String in(String sql) {
    return sql.substring(begin, end);
  }

  /**
   * Returns the name that this token writes.
   *
   * @param sql the text that it was read from
   * @return a word as it stands there; what is quoted, as a text too, without its quotes and with
   *     doubled ones halved
   */
  public String name(String sql) {
    if (kind != Kind.NAME && kind != Kind.TEXT) {
      return in(sql);
    }
    char quote = sql.charAt(end - 1);
    String inside = sql.substring(begin + 1, end - 1);
    return quote == ']' ? inside : inside.replace("" + quote + quote, String.valueOf(quote));
  }

  /**
   * Tells whether this is a certain keyword.
   *
   * @param sql the text that it was read from
   * @param keyword the keyword, in any case
   * @return whether it is
   */
  public boolean is(String sql, String keyword) {
    return kind == Kind.WORD
        && end - begin == keyword.length()
        && sql.regionMatches(true, begin, keyword, 0, keyword.length());
  }
}
