package orm.spi.lifecycle;

import org.osgi.annotation.versioning.ConsumerType;
import orm.api.model.EntityTable;
import orm.spi.validation.WriteKind;

/**
 * Is told of the rows of one entity: before and after they are written one by one, in batches and
 * in graphs, and after they are read whole. Several are called in the order of preference, each
 * with the row that the one before gave. One instance serves all databases and threads.
 *
 * <p>Statements that name no rows, such as {@code update(BOOK).set(…)} and SQL as text, call
 * nobody; {@link #requiresRows} refuses those of the query language.
 *
 * <p>What a listener throws fails the statement, and nothing of it is written:
 * {@link orm.api.error.RowRefusedException} as it is, anything else as a
 * {@link orm.api.error.ListenerException} that names the listener.
 *
 * @param <E> the entity
 */
@ConsumerType
public interface RowListener<E> {
  /** {@return the table of the entity, such as {@code BOOK}; always the same} */
  EntityTable<E, ?> table();

  /**
   * Sees a row before it is completed with time stamps and keys, checked and written.
   *
   * @param row the row as the program made it
   * @param kind what is about to happen to it
   * @return the row to write, this or another one
   */
  default E beforeWrite(E row, WriteKind kind) {
    return row;
  }

  /**
   * Sees a row after the statement that has written it, before the transaction ends.
   *
   * @param row the row as it is stored; after {@code insertInto(…).values(…)} as it was sent,
   *     without what the database makes, and with {@code onConflict} whether it was stored or not
   * @param kind what has happened to it
   */
  default void afterWrite(E row, WriteKind kind) {}

  /**
   * Sees a row before it is deleted by {@code delete(table, row)}, also where it is only marked.
   *
   * @param row the row as the program has it
   */
  default void beforeDelete(E row) {}

  /**
   * Sees a row after it was deleted, before the transaction ends.
   *
   * @param row the row as the program has it
   */
  default void afterDelete(E row) {}

  /**
   * Sees a row that was read whole: by its key, or by a query for rows of the table. Parts of other
   * results, projections, lists inside rows and {@code returning} are not shown.
   *
   * @param row the row as it is stored
   * @return the row that the program gets, this or another one
   */
  default E afterLoad(E row) {
    return row;
  }

  /**
   * Tells whether statements of the query language that write to the table without naming rows are
   * refused.
   *
   * @return whether they are; false unless the listener says otherwise
   */
  default boolean requiresRows() {
    return false;
  }
}
