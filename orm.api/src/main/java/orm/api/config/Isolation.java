package orm.api.config;

/**
 * How much a transaction sees of others. A database that offers only a stronger level uses that
 * one.
 */
public enum Isolation {
  /** What was committed before each statement. */
  READ_COMMITTED,
  /** What was committed before the first statement. */
  REPEATABLE_READ,
  /** As if transactions ran one after another. */
  SERIALIZABLE
}
