package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;

/** True, false or unknown. Grouping is explicit: {@code a.and(b.or(c))}. */
@ProviderType
public interface Condition extends Expression<Boolean> {
  /**
   * Both are true.
   *
   * @param other the other condition
   * @return the condition
   */
  default Condition and(Condition other) {
    return Nodes.condition(Operator.AND, this, other);
  }

  /**
   * At least one is true.
   *
   * @param other the other condition
   * @return the condition
   */
  default Condition or(Condition other) {
    return Nodes.condition(Operator.OR, this, other);
  }

  /** {@return the condition that this is false; unknown stays unknown} */
  default Condition not() {
    return Nodes.condition(Operator.NOT, this);
  }

  /** {@return the condition that this is false or unknown; never unknown itself} */
  default Condition isNotTrue() {
    return Nodes.condition(Operator.NOT_TRUE, this);
  }
}
