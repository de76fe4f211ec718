package orm.test.chinook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A file of SQL that is kept with the tests: one block for each question. With
 * {@code -Dorm.test.golden=rewrite} it is written anew instead of compared; read what changed.
 */
final class Golden {
  private static final int WIDTH = 110;

  /** A statement is broken before these, where they stand in no parentheses. */
  private static final Set<String> CLAUSES = Set.of(
      "FROM",
      "JOIN",
      "LEFT",
      "RIGHT",
      "FULL",
      "CROSS",
      "WHERE",
      "GROUP",
      "HAVING",
      "ORDER",
      "LIMIT",
      "OFFSET",
      "UNION",
      "INTERSECT",
      "EXCEPT",
      "SELECT");

  private final Path file;
  private final StringBuilder text = new StringBuilder();

  Golden(String name) {
    this.file = Path.of("src", "test", "resources").resolve(name);
  }

  void add(String title, List<String> statements) {
    text.append("-- ").append(title).append('\n');
    statements.forEach(sql -> text.append(broken(sql)).append(";\n"));
    text.append('\n');
  }

  private static String broken(String sql) {
    if (sql.length() <= WIDTH) {
      return sql;
    }
    StringBuilder lines = new StringBuilder();
    int depth = 0;
    String before = "";
    for (String word : sql.split(" ", -1)) {
      boolean joined =
          word.equals("JOIN") && Set.of("LEFT", "RIGHT", "FULL", "CROSS").contains(before);
      boolean breaks = depth == 0 && CLAUSES.contains(word) && !joined && !before.isEmpty();
      lines.append(before.isEmpty() ? "" : breaks ? "\n" : " ").append(word);
      for (int i = 0; i < word.length(); i++) {
        depth += word.charAt(i) == '(' ? 1 : word.charAt(i) == ')' ? -1 : 0;
      }
      before = word;
    }
    return lines.toString();
  }

  void compare() {
    try {
      if ("rewrite".equals(System.getProperty("orm.test.golden"))) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
        return;
      }
      assertEquals(Files.readString(file), text.toString(), file::toString);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
