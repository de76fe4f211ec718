package orm.api.schema;

import java.util.ArrayList;
import java.util.List;

/** The words of one line of schema text: names, quoted names, punctuation. */
final class SchemaTokens {
  private final int line;
  private final List<String> tokens = new ArrayList<>();
  private final List<Boolean> quoted = new ArrayList<>();
  private int at;

  SchemaTokens(String text, int line) {
    this.line = line;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ' ') {
        i++;
      } else if (c == '"') {
        i = quoted(text, i + 1);
      } else if (c == '(' || c == ')' || c == ',') {
        add(String.valueOf(c), false);
        i++;
      } else {
        int start = i;
        while (i < text.length() && " \"(),".indexOf(text.charAt(i)) < 0) {
          i++;
        }
        add(text.substring(start, i), false);
      }
    }
  }

  private int quoted(String text, int start) {
    StringBuilder out = new StringBuilder();
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        add(out.toString(), true);
        return i + 1;
      }
      if (c == '\\' && i + 1 < text.length()) {
        char escaped = text.charAt(++i);
        out.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> escaped;
            });
      } else {
        out.append(c);
      }
    }
    throw error("an unfinished quotation");
  }

  private void add(String token, boolean isQuoted) {
    tokens.add(token);
    quoted.add(isQuoted);
  }

  boolean atEnd() {
    return at == tokens.size();
  }

  /** The next word, name or quoted text. */
  String next() {
    if (atEnd()) {
      throw error("an early end");
    }
    return tokens.get(at++);
  }

  /** Takes the keyword or punctuation if it comes next; a quoted name is never a keyword. */
  boolean take(String keyword) {
    if (!atEnd() && !quoted.get(at) && tokens.get(at).equals(keyword)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String keyword) {
    if (!take(keyword)) {
      throw error(
          "'" + (atEnd() ? "the end" : tokens.get(at)) + "' where '" + keyword + "' must stand");
    }
  }

  /** {@code (a, b, c)}. */
  List<String> names() {
    expect("(");
    List<String> names = new ArrayList<>();
    do {
      names.add(next());
    } while (take(","));
    expect(")");
    return names;
  }

  int number() {
    String token = next();
    try {
      return Integer.parseInt(token);
    } catch (NumberFormatException notANumber) {
      throw error("'" + token + "' where a number must stand");
    }
  }

  void expectEnd() {
    if (!atEnd()) {
      throw error("'" + tokens.get(at) + "' after the end");
    }
  }

  IllegalArgumentException error(String found) {
    return new IllegalArgumentException("line " + line + " of the schema text has " + found);
  }
}
