package orm.migration.file;

import java.util.ArrayList;
import java.util.List;

/** Shows what was changed in a text, line by line. */
public final class TextDiff {
  private static final int MAX_LINES = 2_000;
  private static final int CONTEXT = 2;

  private TextDiff() {}

  /**
   * Compares two texts.
   *
   * @param before the text as it was
   * @param after the text as it is
   * @return changed lines behind {@code -} and {@code +}, with some unchanged ones around
   */
  public static String of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    if (old.size() > MAX_LINES || now.size() > MAX_LINES) {
      return "(" + old.size() + " lines before, " + now.size() + " lines now)";
    }
    return shorten(compare(old, now));
  }

  /** By the longest common subsequence. */
  private static List<String> compare(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] = old.get(i).equals(now.get(j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add("  " + old.get(i++));
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add("- " + old.get(i++));
      } else {
        lines.add("+ " + now.get(j++));
      }
    }
    return lines;
  }

  private static String shorten(List<String> lines) {
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < lines.size(); i++) {
      boolean near = false;
      for (int k = Math.max(0, i - CONTEXT); k <= Math.min(lines.size() - 1, i + CONTEXT); k++) {
        near |= !lines.get(k).startsWith(" ");
      }
      if (near) {
        out.append(lines.get(i)).append('\n');
      } else if (!gap) {
        out.append("  …\n");
      }
      gap = !near;
    }
    return out.toString().stripTrailing();
  }
}
