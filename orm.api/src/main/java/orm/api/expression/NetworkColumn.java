package orm.api.expression;

/**
 * A column that holds an address or a network.
 *
 * @param <S> the entity
 * @param <T> {@link orm.api.type.Inet} or {@link orm.api.type.Cidr}
 */
public final class NetworkColumn<S, T> extends Column<S, T> implements NetworkExpression<T> {
  /**
   * Makes a column; called by generated code.
   *
   * @param source the table instance
   * @param name the logical name
   * @param type the Java type of its values
   */
  public NetworkColumn(Source<S> source, String name, Class<T> type) {
    super(source, name, type);
  }
}
