package orm.spi.listen;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The begin or the end of a transaction. Safe for use by several threads. */
@ProviderType
public interface TransactionEvent {
  /** What became of it. */
  enum Kind {
    /** It has begun. */
    BEGUN,
    /** It was committed. */
    COMMITTED,
    /** It was rolled back. */
    ROLLED_BACK,
    /** The connection was lost while it was committed. */
    UNKNOWN
  }

  /** {@return the name of the database} */
  String database();

  /** {@return what became of it} */
  Kind kind();

  /** {@return its number in this process, from 1; each repetition has another one} */
  long transaction();

  /** {@return the name that its caller gave it; empty for none} */
  String label();

  /** {@return whether it only reads} */
  boolean readOnly();

  /** {@return how long it has taken, in nanoseconds; 0 where it begins} */
  long nanos();

  /** {@return how many statements it has sent} */
  long statements();

  /** {@return how many rows these have read or changed} */
  long rows();

  /** {@return what it failed with; null where it did not} */
  @Nullable
  Throwable error();

  /**
   * {@return the line that began it, known where it is looked for leaks, or asked while the
   * listener is told; null otherwise}
   */
  @Nullable
  CallSite callSite();
}
