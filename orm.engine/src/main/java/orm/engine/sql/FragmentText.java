package orm.engine.sql;

import java.util.ArrayList;
import java.util.List;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.spi.dialect.LexicalFeature;
import orm.spi.sql.SqlLexer;
import orm.spi.sql.SqlToken;

/**
 * Makes the text of a fragment ready for JDBC, and refuses what would break the query around it.
 */
public final class FragmentText {
  private FragmentText() {}

  /**
   * Checks and completes the texts of a fragment.
   *
   * @param texts the texts around its holes
   * @param lexer reads them
   * @return the texts to send, as many
   * @throws InvalidQueryException if a hole is inside a quote or comment, if there are parameters
   *     besides the holes, or if the text ends a statement
   */
  public static List<String> of(List<String> texts, SqlLexer lexer) {
    List<String> ready = new ArrayList<>(texts.size());
    for (String text : texts) {
      ready.add(ready(text, lexer));
    }
    return List.copyOf(ready);
  }

  private static String ready(String text, SqlLexer lexer) {
    boolean doubles = lexer.has(LexicalFeature.QUESTION_MARK_OPERATORS);
    StringBuilder out = new StringBuilder(text.length() + 4);
    int done = 0;
    for (SqlToken token : lexer.tokens(text)) {
      switch (token.kind()) {
        case PARAMETER, FOREIGN_PARAMETER ->
          throw refused(
              text, "it has the parameter " + token.in(text), "Write a hole such as {0}.");
        case SEMICOLON -> throw refused(text, "it ends the statement", "Leave the semicolon out.");
        case COMMENT -> {
          // to the end of its line it would hide what follows the fragment
          out.append(text, done, token.begin()).append(' ');
          done = token.end();
        }
        case OPERATOR -> {
          if (doubles) {
            out.append(text, done, token.begin()).append(token.in(text).replace("?", "??"));
            done = token.end();
          }
        }
        default -> {}
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  private static InvalidQueryException refused(String text, String why, String fix) {
    return new InvalidQueryException(
        Failure.of(ErrorCode.INVALID_QUERY, "Cannot use the fragment \"" + text.strip() + "\"")
            .because(why)
            .fix(fix));
  }
}
