package orm.api.query;

/** What a query does with rows that another transaction has locked. */
public enum LockWait {
  /** Waits until they are free. */
  WAIT,
  /** Leaves them out. */
  SKIP,
  /** Fails with {@link orm.api.error.RetryableException}. */
  FAIL
}
