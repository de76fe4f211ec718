package orm.api.config;

/**
 * What becomes of transactions that are still in a replaced generation when {@code drain.timeout}
 * has passed.
 */
public enum DrainPolicy {
  /** They go on until they end, and what they use stays open for them. */
  KEEP,
  /**
   * They are rolled back: their next statement, or the one that runs, fails with
   * {@link orm.api.error.RetryableException}.
   */
  ABORT
}
