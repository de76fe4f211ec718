package orm.api.catalog;

/** When the database checks a constraint. */
public enum CheckTime {
  /** At the end of each statement. */
  STATEMENT,
  /** At the end of each statement, unless a transaction asks for its commit. */
  DEFERRABLE,
  /** At commit. */
  DEFERRED
}
