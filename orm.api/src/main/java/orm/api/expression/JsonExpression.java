package orm.api.expression;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A JSON document; its members are reached by their names.
 *
 * @param <T> the Java type of the document
 */
@ProviderType
public interface JsonExpression<T> extends Expression<T> {
  /**
   * Takes the text of a member that is a string, a number or a boolean.
   *
   * @param path the names that lead to it, from outside to inside
   * @return the text; null where there is no such member
   */
  default TextExpression text(String... path) {
    return Nodes.text(Operator.JSON_TEXT, this, Nodes.constant(List.of(path)));
  }

  /**
   * Takes a member that is a number.
   *
   * @param <N> the Java type
   * @param type {@link Integer}, {@link Long} or {@link Double}
   * @param path the names that lead to it, from outside to inside
   * @return the number; null where there is no such member
   */
  default <N extends Number> NumberExpression<N> number(Class<N> type, String... path) {
    return Nodes.number(
        Operator.JSON_NUMBER,
        Readers.of(type),
        this,
        Nodes.constant(List.of(path)),
        Nodes.constant(type));
  }
}
