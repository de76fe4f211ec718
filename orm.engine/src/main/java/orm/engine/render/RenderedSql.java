package orm.engine.render;

import java.util.List;
import java.util.function.UnaryOperator;
import orm.api.schema.ColumnType;
import orm.engine.plan.RowShape;

/**
 * The text of a query with what must be bound to it. Immutable; it serves every query of one shape.
 *
 * @param text the text
 * @param binds the parameters in order
 * @param shape the columns of the result
 */
public record RenderedSql(String text, List<Bind> binds, RowShape shape) {

  /**
   * One parameter.
   *
   * @param slot which value of the query; negative for a constant
   * @param type the type to send it as, or that of its elements
   * @param change makes what is sent from the value
   * @param elements whether it is a list that is sent as one parameter
   */
  public record Bind(int slot, ColumnType type, UnaryOperator<Object> change, boolean elements) {}
}
