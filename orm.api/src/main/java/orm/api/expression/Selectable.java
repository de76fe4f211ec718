package orm.api.expression;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import orm.spi.mapping.RowReader;

/**
 * Anything that a query can return as one Java value: an expression, a whole table row, a record
 * made of parts.
 *
 * @param <T> the Java type
 */
@ProviderType
public interface Selectable<T> {
  /** {@return what makes the value from its columns in a result row} */
  RowReader<T> reader();

  /**
   * Shows this node to a visitor.
   *
   * @param <V> what the visitor makes of it
   * @param visitor the visitor
   * @return what the visitor made
   */
  <V> V accept(TreeVisitor<V> visitor);

  /**
   * Makes a value from parts.
   *
   * @param <T> the Java type
   * @param reader reads the parts, in their order
   * @param parts what to select
   * @return the value
   */
  static <T> Selectable<T> of(RowReader<T> reader, List<? extends Selectable<?>> parts) {
    return new Nodes.RowNode<>(reader, List.copyOf(parts));
  }
}
