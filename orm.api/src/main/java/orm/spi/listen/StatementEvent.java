package orm.spi.listen;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One execution of a statement. It holds no bound values but masked ones, which are written when
 * they are asked for.
 *
 * <p>To be used by the thread that was told of it. {@link #callSite} and {@link #binds} are to be
 * asked for while the listener is told: later the stack is another one, and rows may be gone.
 */
@ProviderType
public interface StatementEvent {
  /** What a statement does. */
  enum Kind {
    /** It reads. */
    SELECT,
    /** It inserts. */
    INSERT,
    /** It updates. */
    UPDATE,
    /** It inserts or updates. */
    UPSERT,
    /** It deletes. */
    DELETE,
    /** Anything else, such as the definition of a table. */
    OTHER
  }

  /** {@return the name of the database} */
  String database();

  /** {@return the name of the dialect that served it, such as {@code sqlite}} */
  String dialect();

  /** {@return the text with {@code ?} for its parameters, without the comment of the call site} */
  String sql();

  /** {@return what it does, as far as its caller or its first word tells} */
  Kind kind();

  /** {@return the simple name of the entity that it is about; null for several or none} */
  @Nullable
  String entity();

  /** {@return the number of its transaction in this process, from 1; 0 outside of one} */
  long transaction();

  /** {@return when it began} */
  Instant started();

  /** {@return how many rows were read or changed; -1 where that is unknown} */
  long rows();

  /** {@return how long it took, in nanoseconds, reading of the rows included} */
  long nanos();

  /** {@return what it failed with; null where it succeeded} */
  @Nullable
  Throwable error();

  /**
   * Looks for the line that called. That takes some microseconds, once for all who ask.
   *
   * @return the first line outside the engine; null where there is none, or it is asked too late
   */
  @Nullable
  CallSite callSite();

  /**
   * Writes what was bound, in the order of the parameters: {@code ***} for columns that are
   * {@code @Sensitive} and, unless {@code log.values=all}, for whatever belongs to no column; long
   * values are cut, bytes are counted, and of many rows the first are shown.
   *
   * @return the values as text for people, unmodifiable; none where it is asked too late
   */
  List<String> binds();
}
