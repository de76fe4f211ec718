package orm.engine.eyes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the values out of a plan: PostgreSQL plans for those that were bound, and writes them into
 * the conditions of its nodes.
 */
final class PlanMask {
  /** A line about a node, such as {@code Filter: (email = 'a@b.c'::text)}; never a node itself. */
  private static final Pattern PROPERTY = Pattern.compile("^(\\s*[A-Z][A-Za-z -]*: )(.*)$");

  private static final Pattern TEXT = Pattern.compile("[eE]?'(?:[^']|'')*'");

  /** A number by itself, and not a part of a name. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w$\"])\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?![\\w\"])");

  private PlanMask() {}

  /**
   * Takes them out.
   *
   * @param lines the plan
   * @param sensitive whether conditions are hidden altogether, because one of the values is such
   *     that not even its place among others may be seen
   */
  static List<String> apply(List<String> lines, boolean sensitive) {
    List<String> masked = new ArrayList<>(lines.size());
    boolean hidden = false;
    for (String line : lines) {
      var property = PROPERTY.matcher(line);
      boolean node = line.contains("(cost=") || line.startsWith("SCAN ") || line.startsWith("SEARCH ");
      if (property.matches() && !node) {
        String value = property.group(2);
        hidden = sensitive;
        masked.add(property.group(1) + (sensitive ? "***" : withoutValues(value)));
      } else if (node || !hidden) {
        hidden = false;
        masked.add(node ? line : withoutValues(line)); // a text may have several lines
      }
    }
    return masked;
  }

  private static String withoutValues(String condition) {
    return NUMBER.matcher(TEXT.matcher(condition).replaceAll("'?'")).replaceAll("?");
  }
}
