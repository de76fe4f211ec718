package orm.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;
import orm.spi.convert.TypeConverter;

/** The columns of a result as its reader meets them, from left to right. Immutable. */
public final class RowShape {
  private final ColumnType[] types;
  private final @Nullable TypeConverter<?, ?>[] converters;
  private final String[] labels;

  private final Map<Integer, Integer> optionalWidths;

  private RowShape(
      ColumnType[] types,
      @Nullable TypeConverter<?, ?>[] converters,
      String[] labels,
      Map<Integer, Integer> optionalWidths) {
    this.types = types;
    this.converters = converters;
    this.labels = labels;
    this.optionalWidths = optionalWidths;
  }

  /**
   * Takes the shape of a query's result.
   *
   * @param plan the query
   * @return the shape
   */
  public static RowShape of(QueryPlan plan) {
    List<PlanNode> columns = plan.result();
    RowShape shape = empty(columns.size(), plan.optionalWidths());
    for (int i = 0; i < columns.size(); i++) {
      ValueType value = columns.get(i).value();
      shape.types[i] = value.type();
      shape.converters[i] = value.converter();
      shape.labels[i] = value.place();
    }
    return shape;
  }

  /**
   * Takes the shape of rows that are joined with the elements of a list: a number that tells the
   * rows apart, the row, the element.
   *
   * @param rows the rows
   * @param elements the elements
   * @return the shape
   */
  public static RowShape joined(RowShape rows, RowShape elements) {
    RowShape shape = empty(1 + rows.size() + elements.size(), new HashMap<>());
    shape.types[0] = ColumnType.of(ColumnType.Kind.BIGINT);
    shape.labels[0] = "the number of the row";
    shape.take(rows, 1);
    shape.take(elements, 1 + rows.size());
    return shape;
  }

  private void take(RowShape other, int begin) {
    System.arraycopy(other.types, 0, types, begin, other.size());
    System.arraycopy(other.converters, 0, converters, begin, other.size());
    System.arraycopy(other.labels, 0, labels, begin, other.size());
    other.optionalWidths.forEach((column, width) -> optionalWidths.put(begin + column, width));
  }

  /** {@return whether there are bytes among the values, which can be changed by who gets them} */
  public boolean holdsBytes() {
    for (ColumnType type : types) {
      ColumnType element = type.element();
      if (type.kind() == ColumnType.Kind.BYTES
          || (element != null && element.kind() == ColumnType.Kind.BYTES)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes the shape of some columns of a table.
   *
   * @param columns the columns
   * @return the shape
   */
  public static RowShape ofColumns(List<ColumnModel> columns) {
    RowShape shape = empty(columns.size(), Map.of());
    for (int i = 0; i < columns.size(); i++) {
      ColumnModel column = columns.get(i);
      shape.types[i] = column.type();
      shape.converters[i] = column.converter();
      shape.labels[i] = column.place();
    }
    return shape;
  }

  /**
   * Takes the shape of a result of which only the labels are known. Its readers say by the method
   * that they call what a column holds.
   *
   * @param labels the labels of its columns
   * @return the shape
   */
  public static RowShape ofLabels(List<String> labels) {
    RowShape shape = empty(labels.size(), Map.of());
    for (int i = 0; i < labels.size(); i++) {
      shape.labels[i] = labels.get(i);
    }
    return shape;
  }

  private static RowShape empty(int size, Map<Integer, Integer> optionalWidths) {
    return new RowShape(
        new ColumnType[size], new TypeConverter<?, ?>[size], new String[size], optionalWidths);
  }

  /** {@return the number of columns} */
  public int size() {
    return types.length;
  }

  /**
   * Returns the type of a column.
   *
   * @param column its position, from 0
   * @return the type
   */
  public ColumnType type(int column) {
    return types[column];
  }

  /**
   * Returns the converter of a column.
   *
   * @param column its position, from 0
   * @return the converter; null where none is needed
   */
  public @Nullable TypeConverter<?, ?> converter(int column) {
    return converters[column];
  }

  /**
   * Returns the number of columns of a part that an outer join may leave away.
   *
   * @param column the column that it begins at, from 0
   * @return the number; 0 where no such part begins
   */
  public int optionalWidth(int column) {
    return optionalWidths.getOrDefault(column, 0);
  }

  /**
   * Returns the name of a column for messages.
   *
   * @param column its position, from 0
   * @return the name
   */
  public String label(int column) {
    return column < labels.length ? labels[column] : "column " + (column + 1);
  }
}
