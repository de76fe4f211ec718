package orm.processor.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code {component}} holes of an SQL text. */
public final class SqlHoles {
  private static final Pattern HOLE =
      Pattern.compile("\\{([\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*)\\}");

  private SqlHoles() {}

  /**
   * Finds the holes of a text.
   *
   * @param sql the text
   * @return the names in them, in order
   */
  public static List<String> in(String sql) {
    return HOLE.matcher(sql).results().map(hole -> hole.group(1)).distinct().toList();
  }

  /**
   * Changes the holes of a text.
   *
   * @param sql the text
   * @param change gives a name another form
   * @return the changed text
   */
  public static String replace(String sql, UnaryOperator<String> change) {
    return HOLE.matcher(sql)
        .replaceAll((MatchResult hole) ->
            Matcher.quoteReplacement("{" + change.apply(hole.group(1)) + "}"));
  }
}
