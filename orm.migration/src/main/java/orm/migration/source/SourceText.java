package orm.migration.source;

import java.util.ArrayList;
import java.util.List;

/** Writes foreign text into Java source, of which it can never become a part. */
final class SourceText {
  private static final int WIDTH = 96;

  private SourceText() {}

  /** A string literal, in ASCII. */
  static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c >= ' ' && c < 127 ? String.valueOf(c) : escape(c));
      }
    }
    return out.append('"').toString();
  }

  /** A name that is written as it is, in ASCII. */
  static String identifier(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      out.append(c < 127 ? String.valueOf(c) : escape(c));
    }
    return out.toString();
  }

  /** Control characters by their octal number: javac reads Unicode escapes before literals. */
  private static String escape(char c) {
    return c < ' ' || c == 127
        ? String.format("\\%03o", (int) c)
        : String.format("\\u%04x", (int) c);
  }

  /** Text for a documentation comment, on one line: nothing in it is a tag, a mark or an end. */
  static String doc(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (c > 126 || "&<>@{}\\*/".indexOf(c) >= 0) {
        out.append("&#").append(c).append(';');
      } else {
        out.append((char) c);
      }
    });
    return out.toString().strip();
  }

  /** An annotation with arguments: on one line, or each on one of its own. */
  static String annotation(String name, List<String> arguments) {
    if (arguments.isEmpty()) {
      return name;
    }
    String line = name + "(" + String.join(", ", arguments) + ")";
    return line.length() <= WIDTH
        ? line
        : name + "(\n    " + String.join(",\n    ", arguments) + ")";
  }

  /** The lines of a documentation comment; continued lines of a paragraph are set in. */
  static String comment(String indent, List<String> paragraphs) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      wrap(paragraph, WIDTH - indent.length(), lines);
    }
    if (lines.size() == 1) {
      return indent + "/** " + lines.get(0) + " */\n";
    }
    StringBuilder out = new StringBuilder(indent).append("/**\n");
    for (String line : lines) {
      out.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
    }
    return out.append(indent).append(" */\n").toString();
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    String indent = paragraph.startsWith("@") ? "    " : "";
    for (String word : paragraph.split(" ", -1)) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(indent).append(word);
      } else {
        line.append(line.length() == 0 || line.toString().isBlank() ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
  }
}
