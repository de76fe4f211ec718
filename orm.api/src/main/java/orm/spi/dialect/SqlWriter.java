package orm.spi.dialect;

import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;
import orm.api.schema.ColumnType;

/** Takes the text of a statement and, in the same order, its binds. Implemented by the engine. */
@ProviderType
public interface SqlWriter {
  /**
   * Adds text of the dialect's own, never anything that came from a user.
   *
   * @param text the text
   * @return this writer
   */
  SqlWriter sql(String text);

  /**
   * Adds a quoted identifier.
   *
   * @param identifier the name as the database has it, not quoted
   * @return this writer
   */
  SqlWriter name(String identifier);

  /**
   * Adds a piece.
   *
   * @param part the piece
   * @return this writer
   */
  SqlWriter part(SqlPart part);

  /**
   * Adds a parameter for a value that is known when the statement runs.
   *
   * @param value which value
   * @return this writer
   */
  default SqlWriter bind(Value value) {
    return bind(value, value.type(), UnaryOperator.identity());
  }

  /**
   * Adds a parameter for a value that is changed before it is sent.
   *
   * @param value which value
   * @param type the type to send it as
   * @param change makes the value that is sent; a pure function
   * @return this writer
   */
  SqlWriter bind(Value value, ColumnType type, UnaryOperator<Object> change);

  /**
   * Adds one parameter for all elements of a value that is a collection.
   *
   * @param value which value; its type is that of the elements
   * @return this writer
   */
  SqlWriter bindElements(Value value);

  /**
   * A value of the query: which one is known when the text is written, what it is only when it
   * runs.
   *
   * @param slot the position among the values of the query
   * @param type the type that the query gives it
   */
  record Value(int slot, ColumnType type) {}
}
