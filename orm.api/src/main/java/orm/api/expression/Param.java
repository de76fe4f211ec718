package orm.api.expression;

import java.util.Objects;
import orm.spi.mapping.RowReader;

/**
 * A named hole in a query that is kept as a constant; {@code bind(parameter, value)} fills it
 * before the query runs. Two parameters are the same only if they are the same object.
 *
 * @param <T> the Java type of its values
 */
public final class Param<T> implements Expression<T> {
  private final String name;
  private final Class<T> type;

  Param(String name, Class<T> type) {
    this.name = Objects.requireNonNull(name, "name");
    this.type = Objects.requireNonNull(type, "type");
  }

  /** {@return the name, for messages} */
  public String name() {
    return name;
  }

  /** {@return the Java type of its values} */
  public Class<T> type() {
    return type;
  }

  @Override
  public RowReader<T> reader() {
    return Readers.of(type);
  }

  @Override
  public <V> V accept(TreeVisitor<V> visitor) {
    return visitor.param(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
