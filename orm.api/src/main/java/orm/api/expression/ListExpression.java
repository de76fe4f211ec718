package orm.api.expression;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A list that is kept in one column.
 *
 * @param <E> the Java type of its elements
 */
@ProviderType
public interface ListExpression<E> extends Expression<List<E>> {
  /**
   * Has an element.
   *
   * @param element the element, not null
   * @return the condition
   */
  default Condition contains(E element) {
    return Nodes.condition(Operator.LIST_CONTAINS, this, Nodes.value(element));
  }

  /** {@return the number of elements} */
  default NumberExpression<Integer> size() {
    return Nodes.number(Operator.LIST_SIZE, Nodes.INT, this);
  }
}
