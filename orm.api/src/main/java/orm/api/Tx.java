package orm.api;

import java.time.Duration;
import java.util.Objects;
import orm.api.config.Isolation;

/**
 * How a transaction runs. Immutable; each method returns a changed copy.
 *
 * <p>A database that offers only a stronger isolation uses that one.
 */
public final class Tx {
  private static final Tx DEFAULT =
      new Tx(Isolation.READ_COMMITTED, false, 0, Duration.ZERO, false, "");

  private final Isolation isolation;
  private final boolean readOnly;
  private final int retries;
  private final Duration timeout;
  private final boolean outsideCalls;
  private final String label;

  private Tx(
      Isolation isolation,
      boolean readOnly,
      int retries,
      Duration timeout,
      boolean outsideCalls,
      String label) {
    this.isolation = isolation;
    this.readOnly = readOnly;
    this.retries = retries;
    this.timeout = timeout;
    this.outsideCalls = outsideCalls;
    this.label = label;
  }

  /** {@return options for a transaction that sees what was committed before each statement} */
  public static Tx readCommitted() {
    return DEFAULT;
  }

  /** {@return options for a transaction that sees one state of the database} */
  public static Tx repeatableRead() {
    return DEFAULT.isolation(Isolation.REPEATABLE_READ);
  }

  /** {@return options for a transaction that is as good as alone} */
  public static Tx serializable() {
    return DEFAULT.isolation(Isolation.SERIALIZABLE);
  }

  private Tx isolation(Isolation level) {
    return new Tx(level, readOnly, retries, timeout, outsideCalls, label);
  }

  /**
   * Allows repeating the work after a failure that the dialect calls retryable, also one of the
   * commit.
   *
   * @param times how often to repeat, not negative
   * @return changed options
   * @throws IllegalArgumentException if {@code times} is negative
   */
  public Tx retries(int times) {
    if (times < 0) {
      throw new IllegalArgumentException("retries must not be negative");
    }
    return new Tx(isolation, readOnly, times, timeout, outsideCalls, label);
  }

  /**
   * Limits the time from begin to commit; a statement that runs beyond it is cancelled.
   *
   * @param limit the time allowed, in milliseconds or coarser; {@link Duration#ZERO} for no limit
   * @return changed options
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  public Tx timeout(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("timeout must not be negative");
    }
    return new Tx(isolation, readOnly, retries, limit, outsideCalls, label);
  }

  /**
   * Promises to read only; a write is refused.
   *
   * @return changed options
   */
  public Tx readOnly() {
    return new Tx(isolation, true, retries, timeout, outsideCalls, label);
  }

  /**
   * Allows the work to use the database handle itself, beside this transaction; otherwise that is
   * an error, because it is nearly always a mistake. Such a call takes a second connection, and on
   * a database with one writer it waits for this transaction until it times out.
   *
   * @return changed options
   */
  public Tx allowingOutsideCalls() {
    return new Tx(isolation, readOnly, retries, timeout, true, label);
  }

  /**
   * Names the transaction in logs and messages.
   *
   * @param name the name
   * @return changed options
   */
  public Tx label(String name) {
    return new Tx(
        isolation, readOnly, retries, timeout, outsideCalls, Objects.requireNonNull(name, "name"));
  }

  /** {@return the isolation} */
  public Isolation isolation() {
    return isolation;
  }

  /** {@return whether writes are refused} */
  public boolean isReadOnly() {
    return readOnly;
  }

  /** {@return how often the work may be repeated} */
  public int retries() {
    return retries;
  }

  /** {@return the time limit; zero for none} */
  public Duration timeout() {
    return timeout;
  }

  /** {@return whether the work may use the database handle itself} */
  public boolean allowsOutsideCalls() {
    return outsideCalls;
  }

  /** {@return the name; empty for none} */
  public String label() {
    return label;
  }
}
