package orm.spi.dialect;

import java.util.List;
import orm.api.expression.Operator;
import orm.api.schema.ColumnType;

/**
 * A function or operator with its arguments, for {@link SqlSyntax#function}.
 *
 * @param operator what it does
 * @param arguments the arguments that are values
 * @param types the types of the arguments
 * @param constants the arguments that belong to the query, such as a unit of time
 * @param type the type of the value
 */
public record SqlCall(
    Operator operator,
    List<SqlPart> arguments,
    List<ColumnType> types,
    List<Object> constants,
    ColumnType type) {
  /**
   * Returns an argument.
   *
   * @param index its position, from 0
   * @return the argument
   */
  public SqlPart argument(int index) {
    return arguments.get(index);
  }
}
