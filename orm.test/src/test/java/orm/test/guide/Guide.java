package orm.test.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java in a page of the manual. A block that begins with the comment of a path is a file of its
 * own, the one that begins with {@code // imports} stands above every snippet, and all others are
 * snippets.
 *
 * <p>An HTML comment before a block limits it: {@code <!-- guide: postgres -->} to one database.
 */
final class Guide {
  private static final Path PAGES = Path.of("..", "docs");
  private static final Pattern BLOCK = Pattern.compile(
      "(?:^<!-- guide: (\\w+) -->\n+)?^```java\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern FILE = Pattern.compile("// (\\S+\\.java)\n(.*)", Pattern.DOTALL);
  private static final String IMPORTS = "// imports\n";

  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<Snippet> snippets = new ArrayList<>();
  private String imports = "";

  private Guide(String page) {
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      String code = block.group(2);
      Matcher file = FILE.matcher(code);
      if (file.matches()) {
        files.put(file.group(1), file.group(2));
      } else if (code.startsWith(IMPORTS)) {
        imports = code.substring(IMPORTS.length());
      } else {
        int line = (int) page.substring(0, block.start(2)).lines().count() + 1;
        snippets.add(new Snippet(line, code, Optional.ofNullable(block.group(1))));
      }
    }
  }

  static Guide read() throws IOException {
    return read("queries.md");
  }

  static Guide read(String page) throws IOException {
    return new Guide(Files.readString(PAGES.resolve(page)).replace("\r\n", "\n"));
  }

  /** The sources by their paths. */
  Map<String, String> files() {
    return files;
  }

  /** What runs. */
  List<Snippet> snippets() {
    return snippets;
  }

  /** What stands above every snippet. */
  String imports() {
    return imports;
  }
}
