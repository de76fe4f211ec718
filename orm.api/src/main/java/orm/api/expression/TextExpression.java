package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;

/** Text. Matching is case-sensitive on every database unless the name says otherwise. */
@ProviderType
public interface TextExpression extends ComparableExpression<String> {
  /**
   * Matches a pattern.
   *
   * @param pattern a text in which {@code %} stands for any characters, {@code _} for one, and a
   *     backslash takes the next character literally
   * @return the condition
   */
  default Condition like(String pattern) {
    return Nodes.condition(Operator.LIKE, this, Nodes.value(pattern));
  }

  /**
   * Matches a pattern, whatever the case.
   *
   * @param pattern a pattern as for {@link #like(String)}
   * @return the condition
   */
  default Condition likeIgnoreCase(String pattern) {
    return Nodes.condition(Operator.LIKE_IGNORE_CASE, this, Nodes.value(pattern));
  }

  /**
   * Contains a text, taken literally.
   *
   * @param part the text
   * @return the condition
   */
  default Condition contains(String part) {
    return Nodes.condition(Operator.CONTAINS, this, Nodes.value(part));
  }

  /**
   * Contains a text, taken literally, whatever the case.
   *
   * @param part the text
   * @return the condition
   */
  default Condition containsIgnoreCase(String part) {
    return Nodes.condition(Operator.CONTAINS_IGNORE_CASE, this, Nodes.value(part));
  }

  /**
   * Begins with a text, taken literally.
   *
   * @param prefix the text
   * @return the condition
   */
  default Condition startsWith(String prefix) {
    return Nodes.condition(Operator.STARTS_WITH, this, Nodes.value(prefix));
  }

  /**
   * Ends with a text, taken literally.
   *
   * @param suffix the text
   * @return the condition
   */
  default Condition endsWith(String suffix) {
    return Nodes.condition(Operator.ENDS_WITH, this, Nodes.value(suffix));
  }

  /** {@return this in small letters} */
  default TextExpression lower() {
    return Nodes.text(Operator.LOWER, this);
  }

  /** {@return this in capital letters} */
  default TextExpression upper() {
    return Nodes.text(Operator.UPPER, this);
  }

  /** {@return this without blanks (U+0020) at both ends} */
  default TextExpression trim() {
    return Nodes.text(Operator.TRIM, this);
  }

  /**
   * Appends a text.
   *
   * @param tail the text
   * @return both; null where this is null
   */
  default TextExpression concat(String tail) {
    return Nodes.text(Operator.CONCAT, this, Nodes.value(tail));
  }

  /**
   * Appends a text.
   *
   * @param tail the text
   * @return both; null where one is null
   */
  default TextExpression concat(Expression<String> tail) {
    return Nodes.text(Operator.CONCAT, this, tail);
  }

  /** {@return the number of Unicode code points} */
  default NumberExpression<Integer> length() {
    return Nodes.number(Operator.LENGTH, Nodes.INT, this);
  }

  /**
   * Takes a part.
   *
   * @param from the first code point, counted from 1
   * @param length how many code points, at most
   * @return the part
   * @throws IllegalArgumentException if {@code from} is less than 1 or {@code length} is negative
   */
  default TextExpression substring(int from, int length) {
    if (from < 1 || length < 0) {
      throw new IllegalArgumentException("a substring begins at 1 or later and is not negative");
    }
    return Nodes.text(Operator.SUBSTRING, this, Nodes.constant(from), Nodes.constant(length));
  }

  /**
   * Replaces every occurrence of a text.
   *
   * @param old what to replace, not empty
   * @param replacement what to put in its place
   * @return the changed text
   */
  default TextExpression replace(String old, String replacement) {
    return Nodes.text(Operator.REPLACE, this, Nodes.value(old), Nodes.value(replacement));
  }

  /**
   * Looks for a text.
   *
   * @param part the text
   * @return the first place of it in code points, counted from 1; 0 if it is not there
   */
  default NumberExpression<Integer> positionOf(String part) {
    return Nodes.number(Operator.POSITION, Nodes.INT, this, Nodes.value(part));
  }

  /**
   * Makes one text of all rows, in the order of the texts.
   *
   * @param separator stands between them
   * @return the text, null where there are no rows
   */
  default Aggregate<String> join(String separator) {
    return Nodes.aggregate(Operator.JOIN_TEXT, Nodes.TEXT, this, Nodes.value(separator));
  }

  @Override
  default TextExpression coalesce(String value) {
    return Nodes.text(Operator.COALESCE, this, Nodes.value(value));
  }

  @Override
  default TextExpression coalesce(Expression<String> other) {
    return Nodes.text(Operator.COALESCE, this, other);
  }

  @Override
  default TextExpression nullIf(String value) {
    return Nodes.text(Operator.NULL_IF, this, Nodes.value(value));
  }
}
