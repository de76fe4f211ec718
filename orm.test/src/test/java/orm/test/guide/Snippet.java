package orm.test.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements of the manual. {@code // => value}, behind a statement or in the lines below it, is
 * the text of the value that the statement gives, or of the variable that it declares; an
 * expression that fails gives its message. An ellipsis at the end leaves out the rest.
 *
 * @param line where it begins in the page
 * @param code the statements
 * @param database the only database that it runs on
 */
record Snippet(int line, String code, Optional<String> database) {
  private static final String SHOWS = "// => ";
  private static final String CONTINUES = "//    ";
  private static final Pattern DECLARATION =
      Pattern.compile("(?:[A-Z][\\w.]*(?:<.*?>)?|var|long|int|boolean) (\\w+) =.*", Pattern.DOTALL);

  String className() {
    return "Line" + line;
  }

  boolean runsOn(String name) {
    return database.isEmpty() || database.get().equals(name);
  }

  /** How many values it shows. */
  int values() {
    return code.split(SHOWS, -1).length - 1;
  }

  /** A class whose one method runs the statements and hands over what they show. */
  String source(String imports) {
    StringBuilder text = new StringBuilder(imports);
    text.append("\npublic final class ").append(className()).append(" {\n");
    text.append("  private ").append(className()).append("() {}\n\n");
    text.append("  public static void run(Database db, BiConsumer<String, Callable<?>> check)\n");
    text.append("      throws Exception {\n");
    body().forEach(part -> text.append(part).append('\n'));
    return text.append("  }\n}\n").toString();
  }

  /** Each statement begins at the left edge. */
  private List<String> body() {
    List<String> out = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    for (String line : code.lines().toList()) {
      if (!shown.isEmpty() && line.startsWith(CONTINUES)) {
        shown.append(' ').append(line.substring(CONTINUES.length()).strip());
        continue;
      }
      if (!line.isBlank() && (begins(line) || !shown.isEmpty())) {
        flush(out, statement, shown);
      }
      int at = line.indexOf(SHOWS);
      if (at < 0) {
        statement.append(line).append('\n');
      } else {
        statement.append(line, 0, at);
        shown.append(line.substring(at + SHOWS.length()).strip());
      }
    }
    flush(out, statement, shown);
    return out;
  }

  private static boolean begins(String line) {
    return Character.isLetter(line.charAt(0));
  }

  private static void flush(List<String> out, StringBuilder statement, StringBuilder shown) {
    String text = statement.toString().strip();
    statement.setLength(0);
    if (shown.isEmpty()) {
      out.add(text);
      return;
    }
    String literal = "\"" + shown.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    shown.setLength(0);
    Matcher declaration = DECLARATION.matcher(text);
    if (declaration.matches()) {
      out.add(text);
      out.add("check.accept(" + literal + ", () -> " + declaration.group(1) + ");");
    } else {
      String expression = text.replaceFirst(";$", "");
      out.add("check.accept(" + literal + ", () -> " + expression + ");");
    }
  }
}
