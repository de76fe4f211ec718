package orm.spi.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
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
   * @param copyData the lines of data behind a {@code COPY … FROM stdin}, each with its line end;
   *     null for every other statement
   */
  public record Statement(
      int number, int line, String text, @Nullable String copyData) {
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
   * comments, parentheses, or the body of a trigger or function; nor is any in the lines of data
   * that follow a {@code COPY … FROM stdin}.
   *
   * @param script the text
   * @param lexer reads it
   * @return the statements in order; none where there are only comments
   * @throws orm.api.error.InvalidQueryException if a quote or comment is not closed, if data has no
   *     end, or if there is a command that only a shell of the database understands
   */
  public static List<Statement> split(String script, SqlLexer lexer) {
    Splitting splitting = new Splitting(script, lexer);
    SqlLexer.Walk walk = lexer.walk(script);
    for (SqlToken token = walk.next(); token != null; token = walk.next()) {
      if (token.kind() != Kind.COMMENT) {
        int next = splitting.add(token);
        if (next > token.end()) {
          walk.skipTo(next);
        }
      }
    }
    splitting.end(null);
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

    /** Whether data follows this statement. */
    private boolean copies;

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

    /** Gives where to go on. */
    int add(SqlToken token) {
      if (token.kind() == Kind.SEMICOLON && parentheses <= 0 && blocks == 0) {
        return copies ? endWithData(token) : end(null);
      }
      if (token.kind() == Kind.OTHER) {
        refuseShellCommand(token);
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
      return 0;
    }

    /** No SQL has a backslash outside quotes, or begins with a dot. */
    private void refuseShellCommand(SqlToken token) {
      char c = script.charAt(token.begin());
      if (c != '\\' && !(c == '.' && first == null)) {
        return;
      }
      int end = token.end();
      while (end < script.length() && !Character.isWhitespace(script.charAt(end))) {
        end++;
      }
      throw new InvalidQueryException(Failure.of(
              ErrorCode.INVALID_QUERY,
              "Cannot run " + script.substring(token.begin(), end) + " ("
                  + SqlLexer.place(script, token.begin()) + ")")
          .because("it is a command of a shell such as "
              + (c == '.' ? "sqlite3" : "psql")
              + ", which the database does not understand")
          .fix("Leave it out, or write what it does in SQL."));
    }

    /** Takes the lines behind the semicolon's up to one that holds nothing but {@code \.}. */
    private int endWithData(SqlToken semicolon) {
      int begin = script.indexOf('\n', semicolon.end()) + 1;
      int line = begin;
      while (begin > 0 && line < script.length()) {
        int next = script.indexOf('\n', line) + 1;
        int end = next == 0 ? script.length() : next;
        if (script.substring(line, end).strip().equals("\\.")) {
          end(script.substring(begin, line));
          return end;
        }
        line = end;
      }
      throw new InvalidQueryException(Failure.of(
              ErrorCode.INVALID_QUERY,
              "Cannot read the data of COPY in " + SqlLexer.place(script, semicolon.begin()))
          .because("it has no end")
          .fix("Put a line that holds nothing but \\. behind the last line of data."));
    }

    private void word(SqlToken token) {
      SqlToken before = last;
      if (before != null && script.charAt(before.end() - 1) == '.') {
        return; // a column may have the name of a keyword
      }
      if (head.size() < HEAD_WORDS) {
        head.add(token.in(script).toLowerCase(Locale.ROOT));
      }
      if (token.is(script, "stdin") && before != null && before.is(script, "from")) {
        copies = lexer.has(LexicalFeature.COPY_DATA) && head.get(0).equals("copy");
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

    int end(@Nullable String data) {
      SqlToken begin = first;
      SqlToken end = last;
      if (begin != null && end != null) {
        for (; countedTo < begin.begin(); countedTo++) {
          if (script.charAt(countedTo) == '\n') {
            lines++;
          }
        }
        String text = script.substring(begin.begin(), end.end());
        statements.add(new Statement(statements.size() + 1, lines, text, data));
      }
      first = null;
      last = null;
      head.clear();
      parentheses = 0;
      blocks = 0;
      copies = false;
      return 0;
    }
  }
}
