package orm.processor.write;

import java.util.ArrayList;
import java.util.List;

/** Writes text as lines of a text block. */
final class TextBlocks {
  private TextBlocks() {}

  /** One line of text as one or more lines of source, joined by escaped line ends. */
  static List<String> lines(String text, int width) {
    String escaped = text.replace("\\", "\\\\").replace("\"\"\"", "\"\"\\\"");
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (escaped.length() - from > width) {
      int blank = escaped.lastIndexOf(' ', from + width - 2);
      if (blank <= from) {
        break;
      }
      lines.add(escaped.substring(from, blank + 1) + "\\");
      from = blank + 1;
    }
    lines.add(escaped.substring(from));
    return lines;
  }
}
