package orm.test.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code WrongUsage.md}.
 *
 * @param name what is wrong
 * @param code the statement
 * @param words parts of the message, in their order
 */
record Mistake(String name, String code, List<String> words) {
  private static final Pattern LINE =
      Pattern.compile("^\\| ([^|`]+) \\| `(.+)` \\| `(.+)` \\|$", Pattern.MULTILINE);

  static List<Mistake> allOf(String section) {
    List<Mistake> mistakes = new ArrayList<>();
    Matcher line = LINE.matcher(section);
    while (line.find()) {
      mistakes.add(
          new Mistake(line.group(1), line.group(2), List.of(line.group(3).split(" … ", -1))));
    }
    return mistakes;
  }

  /** Whether a text has all words in their order, each behind the one before. */
  boolean isDescribedBy(String text) {
    int from = 0;
    for (String word : words) {
      int at = text.indexOf(word, from);
      if (at < 0) {
        return false;
      }
      from = at + word.length();
    }
    return true;
  }

  @Override
  public String toString() {
    return name;
  }
}
