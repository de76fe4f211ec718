package orm.api.expression;

/** Several operands that are compared as one, made by {@link Expressions#tuple}. Immutable. */
public final class RowValue {
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
}
