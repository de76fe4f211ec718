package orm.engine.cache;

import org.jspecify.annotations.Nullable;
import orm.engine.plan.TableModel;
import orm.spi.mapping.EntityMapping;

/**
 * Counts what one call or transaction writes, each before the statement that does it. Used by one
 * thread. This one counts nothing.
 */
public class Writes {
  /** For what only reads. */
  public static final Writes NONE = new Writes();

  Writes() {}

  /**
   * One row is written.
   *
   * @param <E> the entity
   * @param table the table
   * @param mapping its mapping
   * @param row the row, with its key if it has one
   * @param deletes whether it is deleted
   */
  public <E> void row(TableModel table, EntityMapping<E, ?> mapping, E row, boolean deletes) {}

  /**
   * Rows are added, and no other one changes.
   *
   * @param table the table
   */
  public void added(TableModel table) {}

  /**
   * Nobody knows which rows are written.
   *
   * @param table the table
   * @param deletes whether rows may be deleted
   */
  public void table(TableModel table, boolean deletes) {}

  /**
   * Rows of a link table are written.
   *
   * @param table its name in the database
   */
  public void links(String table) {}

  /** Nobody knows what is written. */
  public void everything() {}

  /**
   * {@return what other processes must know, in messages of a limited length; null for nothing}
   *
   * @param maxLength the greatest length of a message
   */
  public @Nullable Iterable<String> messages(String origin, int maxLength) {
    return null;
  }

  /**
   * Everything is committed or rolled back.
   *
   * @param known whether it is known which of the two
   */
  public void end(boolean known) {}
}
