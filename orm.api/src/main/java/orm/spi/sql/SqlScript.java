package orm.spi.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orm.spi.dialect.LexicalFeature;
import orm.spi.sql.SqlToken.Kind;

/** Takes a script of many statements apart. */
public final class SqlScript {
  /** As many words as it takes to see that a trigger or function is made. */
  private static final int HEAD_WORDS = 5;

  private static final int SHOWN_CHARACTERS = 80;

  private SqlScript() {}

  /**
   * One statement of a script.
   *
   * @param number its number, from 1
   * @param line the line of the script where it begins, from 1
   * @param text the statement, without comments around it and without semicolon
   */
  public record Statement(int number, int line, String text) {
    /** {@return its first line for messages, cut where it is long} */
    public String firstLine() {
      String first = text.lines().findFirst().orElse("").strip();
      return first.length() <= SHOWN_CHARACTERS
          ? first
          : first.substring(0, first.offsetByCodePoints(0, shown(first))) + "…";
    }

    private static int shown(String text) {
      return Math.min(SHOWN_CHARACTERS, text.codePointCount(0, text.length()));
    }
  }

  /**
   * Finds the statements of a script. A semicolon ends a statement, but not inside quotes,
   * comments, parentheses, or the body of a trigger or function.
   *
   * @param script the text
   * @param lexer reads it
   * @return the statements in order; none where there are only comments
   * @throws orm.api.error.InvalidQueryException if a quote or comment is not closed
   */
  public static List<Statement> split(String script, SqlLexer lexer) {
    Splitting splitting = new Splitting(script, lexer);
    for (SqlToken token : lexer.tokens(script)) {
      if (token.kind() != Kind.COMMENT) {
        splitting.add(token);
      }
    }
    splitting.end();
    return List.copyOf(splitting.statements);
  }

  /** The walk over the tokens. */
  private static final class Splitting {
    private final String script;
    private final SqlLexer lexer;
    private final List<Statement> statements = new ArrayList<>();
    private final List<String> head = new ArrayList<>();
    private @Nullable SqlToken first;
    private @Nullable SqlToken last;

    /** How many parentheses are open. */
    private int parentheses;

    /** How many {@code BEGIN} and {@code CASE} wait for their {@code END}. */
    private int blocks;

    /** Where lines were counted last, and how many there were. */
    private int countedTo;

    private int lines = 1;

    Splitting(String script, SqlLexer lexer) {
      this.script = script;
      this.lexer = lexer;
    }

    void add(SqlToken token) {
      if (token.kind() == Kind.SEMICOLON && parentheses <= 0 && blocks == 0) {
        end();
        return;
      }
      if (first == null) {
        first = token;
      }
      switch (token.kind()) {
        case OPEN -> parentheses++;
        case CLOSE -> parentheses--;
        case WORD -> word(token);
        default -> {}
      }
      last = token;
    }

    private void word(SqlToken token) {
      SqlToken before = last;
      if (before != null && script.charAt(before.end() - 1) == '.') {
        return; // a column may have the name of a keyword
      }
      if (head.size() < HEAD_WORDS) {
        head.add(token.in(script).toLowerCase(Locale.ROOT));
      }
      if (blocks > 0) {
        if (token.is(script, "case")) {
          blocks++;
        } else if (token.is(script, "end")) {
          blocks--;
        }
      } else if (beginsBody(token, before)) {
        blocks = 1;
      }
    }

    private boolean beginsBody(SqlToken token, @Nullable SqlToken before) {
      if (!head.get(0).equals("create")) {
        return false;
      }
      if (lexer.has(LexicalFeature.TRIGGER_BODIES)
          && head.contains("trigger")
          && token.is(script, "begin")) {
        return true;
      }
      return lexer.has(LexicalFeature.ATOMIC_BODIES)
          && (head.contains("function") || head.contains("procedure"))
          && token.is(script, "atomic")
          && before != null
          && before.is(script, "begin");
    }

    void end() {
      SqlToken begin = first;
      SqlToken end = last;
      if (begin != null && end != null) {
        for (; countedTo < begin.begin(); countedTo++) {
          if (script.charAt(countedTo) == '\n') {
            lines++;
          }
        }
        String text = script.substring(begin.begin(), end.end());
        statements.add(new Statement(statements.size() + 1, lines, text));
      }
      first = null;
      last = null;
      head.clear();
      parentheses = 0;
      blocks = 0;
    }
  }
}
