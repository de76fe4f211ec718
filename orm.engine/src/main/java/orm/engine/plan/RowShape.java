package orm.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;
import orm.spi.convert.TypeConverter;

/** The columns of a result as its reader meets them, from left to right. Immutable. */
public final class RowShape {
  private final ColumnType[] types;
  private final @Nullable TypeConverter<?, ?>[] converters;
  private final String[] labels;

  private RowShape(
      ColumnType[] types, @Nullable TypeConverter<?, ?>[] converters, String[] labels) {
    this.types = types;
    this.converters = converters;
    this.labels = labels;
  }

  /**
   * Takes the shape of a query's result.
   *
   * @param columns its columns
   * @return the shape
   */
  public static RowShape of(List<QueryPlan.ResultColumn> columns) {
    RowShape shape = empty(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      QueryPlan.ResultColumn column = columns.get(i);
      shape.types[i] = column.type();
      shape.converters[i] = column.converter();
      shape.labels[i] = column.label();
    }
    return shape;
  }

  /**
   * Takes the shape of some columns of a table.
   *
   * @param columns the columns
   * @return the shape
   */
  public static RowShape ofColumns(List<ColumnModel> columns) {
    RowShape shape = empty(columns.size());
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
    RowShape shape = empty(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      shape.types[i] = ColumnType.of(ColumnType.Kind.DECIMAL); // asked for decimals only
      shape.labels[i] = labels.get(i);
    }
    return shape;
  }

  private static RowShape empty(int size) {
    return new RowShape(new ColumnType[size], new TypeConverter<?, ?>[size], new String[size]);
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
   * Returns the name of a column for messages.
   *
   * @param column its position, from 0
   * @return the name
   */
  public String label(int column) {
    return column < labels.length ? labels[column] : "column " + (column + 1);
  }
}
