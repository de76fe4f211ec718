package orm.shell;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orm.api.json.Json.JsonString;
import orm.api.sql.SqlResult;

/** Shows what a statement gave. */
final class ResultText {
  private ResultText() {}

  static void table(SqlResult result, PrintStream out) {
    Table table = new Table(result.columns());
    for (List<Optional<Object>> row : result.rows()) {
      table.add(
          row.stream().map(cell -> cell.map(ResultText::cell).orElse("NULL")).toList());
    }
    table.print(out);
  }

  /** In one line, and without what would command a terminal. */
  private static String cell(Object value) {
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
    out.print(line(result.columns().stream().map(ResultText::quoted)));
    result
        .rows()
        .forEach(row -> out.print(line(row.stream()
            .map(cell -> cell.map(value -> quoted(text(value))).orElse("")))));
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  static void json(SqlResult result, PrintStream out) {
    String separator = "[";
    for (List<Optional<Object>> row : result.rows()) {
      out.print(separator);
      separator = ",\n ";
      for (int i = 0; i < row.size(); i++) {
        out.print((i == 0 ? "{" : ", ") + string(result.columns().get(i)) + ": "
            + row.get(i).map(ResultText::json).orElse("null"));
      }
      out.print("}");
    }
    out.println(result.rows().isEmpty() ? "[]" : "]");
  }

  private static String json(Object value) {
    boolean endless = (value instanceof Double number && !Double.isFinite(number))
        || (value instanceof Float single && !Float.isFinite(single));
    boolean bare = value instanceof Boolean || (value instanceof Number && !endless);
    return bare ? text(value) : string(value.toString());
  }

  private static String string(String text) {
    return new JsonString(text).toString();
  }
}
