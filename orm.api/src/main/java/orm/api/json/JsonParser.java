package orm.api.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict parser of RFC 8259: no comments, no trailing commas, nesting to {@value #MAX_DEPTH}. */
final class JsonParser {
  /** Deep enough for any document, shallow enough for any stack. */
  private static final int MAX_DEPTH = 512;

  private final String text;
  private int at;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  Json parse() {
    Json value = value();
    skipSpace();
    if (at < text.length()) {
      throw error("nothing more");
    }
    return value;
  }

  private Json value() {
    skipSpace();
    if (at == text.length()) {
      throw error("a value");
    }
    return switch (text.charAt(at)) {
      case '{' -> nested(true);
      case '[' -> nested(false);
      case '"' -> new Json.JsonString(string());
      case 't' -> word("true", Json.JsonBoolean.TRUE);
      case 'f' -> word("false", Json.JsonBoolean.FALSE);
      case 'n' -> word("null", Json.JsonNull.NULL);
      default -> number();
    };
  }

  private Json nested(boolean object) {
    if (++depth > MAX_DEPTH) {
      throw error("at most " + MAX_DEPTH + " levels");
    }
    at++;
    Json value = object ? object() : array();
    depth--;
    return value;
  }

  private Json object() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (!nextIs('}')) {
      do {
        skipSpace();
        if (at == text.length() || text.charAt(at) != '"') {
          throw error("a member's name");
        }
        String name = string();
        if (!nextIs(':')) {
          throw error("':'");
        }
        members.put(name, value());
      } while (nextIs(','));
      if (!nextIs('}')) {
        throw error("',' or '}'");
      }
    }
    return new Json.JsonObject(members);
  }

  private Json array() {
    List<Json> elements = new ArrayList<>();
    if (!nextIs(']')) {
      do {
        elements.add(value());
      } while (nextIs(','));
      if (!nextIs(']')) {
        throw error("',' or ']'");
      }
    }
    return new Json.JsonArray(elements);
  }

  private String string() {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
      checkControl();
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return text.substring(start, at++);
    }
    StringBuilder out = new StringBuilder().append(text, start, at);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      checkControl();
      at++;
      out.append(c == '\\' ? escape() : c);
    }
    throw error("'\"'");
  }

  private void checkControl() {
    if (text.charAt(at) < 0x20) {
      throw error("an escaped control character");
    }
  }

  private char escape() {
    if (at == text.length()) {
      throw error("an escape");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw error("an escape");
    };
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++, at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0 || text.charAt(at) > 'f') {
        throw error("four hexadecimal digits");
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw error("a value");
    }
    at += word.length();
    return value;
  }

  private Json number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
    try {
      return new Json.JsonNumber(new BigDecimal(text.substring(start, at)));
    } catch (NumberFormatException exponentTooLarge) {
      throw error("a number with a smaller exponent");
    }
  }

  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw error("a value");
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean nextIs(char wanted) {
    skipSpace();
    if (peek() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Names the place but not the text, which may be a secret. */
  private IllegalArgumentException error(String expected) {
    return new IllegalArgumentException(
        "not JSON: expected " + expected + " at character " + at + " of " + text.length());
  }
}
