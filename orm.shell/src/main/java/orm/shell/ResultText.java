package orm.shell;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.sql.SqlResult;

/** Shows what a statement gave. */
final class ResultText {
  private ResultText() {}

  static void table(SqlResult result, PrintStream out) {
    Table table = new Table(result.columns());
    for (List<@Nullable Object> row : result.rows()) {
      table.add(row.stream().map(ResultText::cell).toList());
    }
    table.print(out);
  }

  /** In one line, and without what would command a terminal. */
  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    StringBuilder shown = new StringBuilder();
    text(value).codePoints().forEach(c -> {
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            shown.append(String.format(Locale.ROOT, "\\u%04x", c));
          } else {
            shown.appendCodePoint(c);
          }
        }
      }
    });
    return shown.toString();
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** A null is an empty field, and an empty text one in quotes. */
  static void csv(SqlResult result, PrintStream out) {
    out.print(line(result.columns()));
    result.rows().forEach(row -> out.print(line(row)));
  }

  private static String line(List<? extends @Nullable Object> cells) {
    return cells.stream()
        .map(cell -> cell == null ? "" : quoted(text(cell)))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  static void json(SqlResult result, PrintStream out) {
    String separator = "[";
    for (List<@Nullable Object> row : result.rows()) {
      out.print(separator);
      separator = ",\n ";
      for (int i = 0; i < row.size(); i++) {
        out.print((i == 0 ? "{" : ", ") + string(result.columns().get(i)) + ": "
            + json(row.get(i)));
      }
      out.print("}");
    }
    out.println(result.rows().isEmpty() ? "[]" : "]");
  }

  private static String json(@Nullable Object value) {
    boolean endless = value instanceof Double number && !Double.isFinite(number)
        || value instanceof Float single && !Float.isFinite(single);
    if (value == null || value instanceof Boolean || value instanceof Number && !endless) {
      return value == null ? "null" : text(value);
    }
    return string(value.toString());
  }

  private static String string(String text) {
    return new orm.api.json.Json.JsonString(text).toString();
  }
}
