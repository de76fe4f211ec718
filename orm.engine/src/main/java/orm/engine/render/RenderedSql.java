package orm.engine.render;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;
import orm.engine.filter.FilterUse;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.Disclosure;
import orm.engine.plan.RowShape;

/**
 * The text of a query with what must be bound to it. Immutable; it serves every query of one shape.
 *
 * @param text the text
 * @param binds the parameters in order
 * @param shape the columns of the result
 * @param nested the statements for the lists inside each row, in the order of the result
 * @param filters what it uses of filters
 */
public record RenderedSql(
    String text, List<Bind> binds, RowShape shape, List<Nested> nested, FilterUse filters) {

  RenderedSql(String text, List<Bind> binds, RowShape shape, List<Nested> nested) {
    this(text, binds, shape, nested, FilterUse.NONE);
  }

  /**
   * Tells what it uses of filters.
   *
   * @param use what it uses
   * @return a copy that knows it
   */
  public RenderedSql with(FilterUse use) {
    return use.isNone() ? this : new RenderedSql(text, binds, shape, nested, use);
  }

  /**
   * The statement for the lists inside the rows of another one.
   *
   * @param sql the statement; its first columns are the keys of the rows that its rows belong to;
   *     without text where they are joined to these rows
   * @param keyColumns the number of key columns, here and there
   * @param joined whether they stand in the rows that they belong to, which begin with a number
   *     that tells these apart
   */
  public record Nested(RenderedSql sql, int keyColumns, boolean joined) {}

  /** {@return the slot of the keys of nested lists; those of further key columns count down} */
  public static int firstKeySlot() {
    return FIRST_KEY_SLOT;
  }

  private static final int FIRST_KEY_SLOT = -2;

  /**
   * One parameter.
   *
   * @param slot which value of the query; -1 for a constant, less for the keys of nested lists
   * @param type the type to send it as, or that of its elements
   * @param change makes what is sent from the value
   * @param elements whether it is a list that is sent as one parameter
   * @param column the column that it is stored in; null where it is only compared
   * @param disclosure who may see it
   */
  public record Bind(
      int slot,
      ColumnType type,
      UnaryOperator<Object> change,
      boolean elements,
      @Nullable ColumnModel column,
      Disclosure disclosure) {}
}
