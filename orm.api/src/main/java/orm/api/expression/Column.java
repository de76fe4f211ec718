package orm.api.expression;

import orm.spi.mapping.RowReader;

/**
 * A column of one table instance. Enums, bytes and converted types use this class itself; types
 * with more operations have subclasses.
 *
 * @param <S> the entity
 * @param <T> the Java type of its values
 */
public class Column<S, T> implements Expression<T> {
  private final Source<S> source;
  private final String name;
  private final RowReader<T> reader;

  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param type the Java type of its values
   */
  public Column(Source<S> source, String name, Class<T> type) {
    this(source, name, Readers.of(type));
  }

  /**
   * Makes a column with a reader of its own; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param reader reads one value
   */
  public Column(Source<S> source, String name, RowReader<T> reader) {
    this.source = source;
    this.name = name;
    this.reader = reader;
  }

  /** {@return the table instance} */
  public final Source<S> source() {
    return source;
  }

  /** {@return the logical name} */
  public final String name() {
    return name;
  }

  @Override
  public final RowReader<T> reader() {
    return reader;
  }

  @Override
  public final <V> V accept(TreeVisitor<V> visitor) {
    return visitor.column(this);
  }

  /** {@return the table instance and the name, for messages} */
  @Override
  public final String toString() {
    return source + "." + name;
  }
}
