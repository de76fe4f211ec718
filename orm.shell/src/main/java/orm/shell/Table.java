package orm.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of text in columns, each as wide as its widest cell. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();
  private final Map<Integer, Style> styles = new HashMap<>();

  Table(String... headings) {
    this(List.of(headings));
  }

  Table(List<String> headings) {
    rows.add(headings);
  }

  void add(String... cells) {
    add(List.of(cells));
  }

  void add(List<String> cells) {
    rows.add(cells);
  }

  /** Shows the last row in a colour. */
  void style(Style style) {
    styles.put(rows.size() - 1, style);
  }

  boolean isEmpty() {
    return rows.size() == 1;
  }

  void print(PrintStream out) {
    int[] widths = widths();
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - length(cell) + 2));
      }
      String text = line.toString().stripTrailing();
      Style style = styles.get(i);
      out.println(style == null ? text : style.of(text));
    }
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    return widths;
  }

  /** In code points, as a terminal counts but for wide and combining ones. */
  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
