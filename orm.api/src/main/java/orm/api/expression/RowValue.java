package orm.api.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Several operands that are compared as one, made by {@link Expressions#tuple}. Immutable. */
public sealed class RowValue permits RowValue2, RowValue3 {
  private final Nodes.Tuple operands;

  RowValue(Nodes.Tuple operands) {
    this.operands = operands;
  }

  /**
   * Is equal to any row of a subquery.
   *
   * @param rows a query for as many columns
   * @return the condition
   */
  public Condition in(Subquery<?> rows) {
    return Nodes.condition(Operator.IN, operands, Nodes.rows(rows));
  }

  /**
   * Is equal to no row of a subquery.
   *
   * @param rows a query for as many columns
   * @return the condition; not true where an operand is null
   */
  public Condition notIn(Subquery<?> rows) {
    return Nodes.condition(Operator.NOT_IN, operands, Nodes.rows(rows));
  }

  /** Compares with as many values of each element as there are operands, as one bind for each. */
  final <V> Condition among(
      Operator operator, Collection<? extends V> elements, List<Function<? super V, ?>> parts) {
    List<List<Object>> rows = new ArrayList<>(elements.size());
    for (V element : elements) {
      Object[] row = new Object[parts.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = Objects.requireNonNull(
            parts.get(i).apply(element), "a value to look for is null; nothing is equal to it");
      }
      rows.add(Arrays.asList(row));
    }
    return Nodes.condition(operator, operands, Nodes.values(rows));
  }
}
