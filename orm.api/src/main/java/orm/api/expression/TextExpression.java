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
}
