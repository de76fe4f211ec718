package orm.api.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import orm.api.expression.Expression;
import orm.api.expression.Fragment;

/** Finds the holes of a template. */
final class Template {
  private final String template;
  private final List<Expression<?>> given;
  private final List<String> texts = new ArrayList<>();
  private final List<Expression<?>> holes = new ArrayList<>();
  private final BitSet used = new BitSet();
  private final StringBuilder text = new StringBuilder();

  private Template(String template, List<Expression<?>> given) {
    this.template = template;
    this.given = given;
  }

  static Fragment parse(String template, Expression<?>[] holes, Class<?> type) {
    Objects.requireNonNull(type, "type");
    Template parsed = new Template(template, List.of(holes));
    parsed.read();
    return new Fragment(parsed.texts, parsed.holes, type);
  }

  private void read() {
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c != '{' && c != '}') {
        text.append(c);
        at++;
      } else if (template.startsWith(c == '{' ? "{{" : "}}", at)) {
        text.append(c);
        at += 2;
      } else if (c == '{') {
        at = hole(at);
      } else {
        throw unbalanced();
      }
    }
    texts.add(text.toString());
    if (used.cardinality() < given.size()) {
      throw wrong("hole {" + used.nextClearBit(0) + "} is missing");
    }
  }

  /** Takes a hole; gives the place behind it. */
  private int hole(int begin) {
    int end = template.indexOf('}', begin);
    if (end < 0) {
      throw unbalanced();
    }
    int number = number(template.substring(begin + 1, end));
    if (number >= given.size()) {
      throw wrong("there is nothing for hole {" + number + "}");
    }
    used.set(number);
    texts.add(text.toString());
    text.setLength(0);
    holes.add(given.get(number));
    return end + 1;
  }

  private int number(String digits) {
    boolean isNumber = !digits.isEmpty()
        && digits.length() < 5
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isNumber) {
      throw wrong("{" + digits + "} is no hole, which is a number; write {{ for a brace");
    }
    return Integer.parseInt(digits);
  }

  private IllegalArgumentException unbalanced() {
    return wrong("a brace has no partner; write {{ and }} for braces of the text");
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("the template \""
        + template
        + "\" does not fit its "
        + given.size()
        + (given.size() == 1 ? " expression: " : " expressions: ")
        + why);
  }
}
