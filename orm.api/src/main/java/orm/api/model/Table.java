package orm.api.model;

import java.util.List;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TreeVisitor;
import orm.spi.mapping.RowReader;

/**
 * Anything a query can read from.
 *
 * @param <R> what a row holds
 */
public abstract class Table<R> implements Selectable<R> {
  /** The table instance that this object stands for; generated columns are made from it. */
  protected final Source<R> source;

  private final String name;
  private final RowReader<R> reader;

  /**
   * Makes a table instance.
   *
   * @param name the logical name of the table
   * @param source the instance
   * @param reader reads a row
   */
  protected Table(String name, Source<R> source, RowReader<R> reader) {
    this.name = name;
    this.source = source;
    this.reader = reader;
  }

  /**
   * Makes the rows of a query, whose columns have names.
   *
   * @param name the logical name of what a row holds
   * @param source the query
   * @param reader reads a row
   * @param columns the logical names of the columns, in the order in which they are read
   */
  protected Table(String name, Source<R> source, RowReader<R> reader, List<String> columns) {
    this(name, source.withColumns(columns), reader);
  }

  /** {@return the logical name of the table} */
  public final String name() {
    return name;
  }

  /** {@return the table instance} */
  public final Source<R> source() {
    return source;
  }

  @Override
  public final RowReader<R> reader() {
    return reader;
  }

  @Override
  public final <V> V accept(TreeVisitor<V> visitor) {
    return visitor.table(source, reader);
  }

  /** {@return the logical name of the table} */
  @Override
  public final String toString() {
    return name;
  }
}
