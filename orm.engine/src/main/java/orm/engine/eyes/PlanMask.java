package orm.engine.eyes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the values out of a plan: PostgreSQL plans for those that were bound, and writes them into
 * the conditions of its nodes.
 */
final class PlanMask {
  /** A line about a node, such as {@code Filter: (email = 'a@b.c'::text)}; never a node itself. */
  private static final Pattern PROPERTY = Pattern.compile("^(\\s*[A-Z][A-Za-z -]*: )(.*)$");

  private static final Pattern TEXT = Pattern.compile("[eE]?'(?:[^']|'')*(?:'|$)");

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
    boolean open = false;
    for (String line : lines) {
      if (open) { // a text goes on in the next line: neither tells anybody anything
        open = !endsText(line);
        continue;
      }
      Matcher property = PROPERTY.matcher(line);
      if (!property.matches()) {
        masked.add(line);
        continue;
      }
      String value = property.group(2);
      open = endsText(value);
      masked.add(property.group(1) + (sensitive ? "***" : withoutValues(value)));
    }
    return masked;
  }

  /** Whether a text begins and does not end here, or the other way round. */
  private static boolean endsText(String part) {
    return part.chars().filter(letter -> letter == '\'').count() % 2 == 1;
  }

  private static String withoutValues(String condition) {
    return NUMBER.matcher(TEXT.matcher(condition).replaceAll("'?'")).replaceAll("?");
  }
}
