package orm.engine.lifecycle;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.error.ListenerException;
import orm.api.error.RowRefusedException;
import orm.spi.lifecycle.RowListener;
import orm.spi.validation.WriteKind;

/**
 * The listeners of one entity, in the order in which they are called. Immutable.
 *
 * @param <E> the entity
 */
public final class EntityListeners<E> {
  private final List<RowListener<E>> listeners;

  EntityListeners(List<RowListener<E>> listeners) {
    this.listeners = listeners;
  }

  /**
   * Shows a row before it is written.
   *
   * @param entity its entity, for messages
   * @param row the row
   * @param kind what is about to happen
   * @return the row to write
   */
  public E beforeWrite(String entity, E row, WriteKind kind) {
    E current = row;
    for (RowListener<E> listener : listeners) {
      E before = current;
      current = ask(listener, "write", entity, it -> it.beforeWrite(before, kind));
    }
    return current;
  }

  /**
   * Shows rows after they were written.
   *
   * @param entity their entity, for messages
   * @param rows the rows
   * @param kind what has happened
   */
  public void afterWrite(String entity, List<? extends E> rows, WriteKind kind) {
    for (RowListener<E> listener : listeners) {
      for (E row : rows) {
        tell(listener, "write", entity, it -> it.afterWrite(row, kind));
      }
    }
  }

  /**
   * Shows a row before it is deleted.
   *
   * @param entity its entity, for messages
   * @param row the row
   */
  public void beforeDelete(String entity, E row) {
    for (RowListener<E> listener : listeners) {
      tell(listener, "delete", entity, it -> it.beforeDelete(row));
    }
  }

  /**
   * Shows a row after it was deleted.
   *
   * @param entity its entity, for messages
   * @param row the row
   */
  public void afterDelete(String entity, E row) {
    for (RowListener<E> listener : listeners) {
      tell(listener, "delete", entity, it -> it.afterDelete(row));
    }
  }

  /**
   * Shows a row that was read.
   *
   * @param entity its entity, for messages
   * @param row the row
   * @return the row that the program gets
   */
  public E afterLoad(String entity, E row) {
    E current = row;
    for (RowListener<E> listener : listeners) {
      E before = current;
      current = ask(listener, "read", entity, it -> it.afterLoad(before));
    }
    return current;
  }

  /**
   * Refuses a statement that names no rows, if a listener has to see each.
   *
   * @param verb what it does
   * @param entity the entity, for messages
   * @throws InvalidQueryException if one has
   */
  public void requireRows(String verb, String entity) {
    for (RowListener<E> listener : listeners) {
      if (listener.requiresRows()) {
        throw new InvalidQueryException(
            Failure.of(ErrorCode.INVALID_QUERY, "Cannot " + verb + " " + entity)
                .because("the statement names no rows, and listener "
                    + listener.getClass().getName() + " has to see each")
                .fix("Read the rows and write them by " + verb + "All, or take the listener away.")
                .at(entity, null));
      }
    }
  }

  private static <E> void tell(
      RowListener<E> listener, String verb, String entity, Consumer<RowListener<E>> call) {
    boolean unused = ask(listener, verb, entity, it -> {
      call.accept(it);
      return true;
    });
  }

  private static <E, T> T ask(
      RowListener<E> listener, String verb, String entity, Function<RowListener<E>, T> question) {
    T answer;
    try {
      answer = question.apply(listener);
    } catch (RowRefusedException refused) {
      throw refused;
    } catch (RuntimeException | LinkageError | StackOverflowError failed) {
      // not its message, which may hold a value
      throw failure(listener, verb, entity, "threw " + failed.getClass().getName(), failed);
    }
    if (answer == null) {
      throw failure(listener, verb, entity, "gave null instead of a row", null);
    }
    return answer;
  }

  private static ListenerException failure(
      RowListener<?> listener, String verb, String entity, String why, @Nullable Throwable cause) {
    return new ListenerException(
        Failure.of(ErrorCode.LISTENER_FAILED, "Cannot " + verb + " " + entity)
            .because("listener " + listener.getClass().getName() + " " + why)
            .fix("Correct the listener, or take it away.")
            .at(entity, null)
            .cause(cause));
  }
}
