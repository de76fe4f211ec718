package orm.api.error;

/**
 * The kinds of failures, each with a number that never changes its meaning. The manual has a
 * section for each in {@code docs/errors.md}.
 */
public enum ErrorCode {
  /** The URL or dialect name belongs to no dialect that is there. */
  UNKNOWN_DATABASE(1001),
  /** No engine was found. */
  NO_ENGINE(1002),
  /** A setting is unknown, malformed or contradicts another one. */
  INVALID_SETTING(1003),
  /** The server refused user or password. */
  AUTHENTICATION_FAILED(1004),
  /** The server cannot be reached, or the connection to it was lost. */
  CONNECTION_FAILED(1005),
  /** No connection of the pool became free in time. */
  POOL_EXHAUSTED(1006),
  /** The database, or the file it lives in, can only be read. */
  DATABASE_READ_ONLY(1007),
  /** The file is damaged or is no database. */
  DATABASE_CORRUPT(1008),
  /** Another program holds the lock of the database. */
  DATABASE_LOCKED(1009),
  /** The database handle was closed. */
  DATABASE_CLOSED(1010),
  /** The user may not do this. */
  PERMISSION_DENIED(1011),
  /** Disk or memory of the database is full. */
  STORAGE_FULL(1012),
  /** The database takes no calls now, because it is being replaced or was told to wait. */
  DATABASE_PAUSED(1013),

  /** A required column got null. */
  NOT_NULL(2101),
  /** A check constraint refused the row. */
  CHECK_FAILED(2102),
  /** A reference points to no row, or a row is still referred to. */
  FOREIGN_KEY(2103),
  /** Another row has the same key. */
  DUPLICATE_KEY(2104),
  /** A text is longer than its column. */
  TEXT_TOO_LONG(2105),
  /** A number or time does not fit into its column. */
  OUT_OF_RANGE(2106),
  /** The database cannot hold this value exactly. */
  UNSTORABLE_VALUE(2107),
  /** The row was changed or deleted since it was read. */
  STALE_ROW(2108),
  /** There is no row with this key. */
  ROW_NOT_FOUND(2109),
  /** No converter for this type is there. */
  NO_CONVERTER(2110),
  /** Rows broke the rules of their entity. */
  VALIDATION_FAILED(2111),
  /** The rules of an entity could not be checked. */
  VALIDATOR_FAILED(2112),
  /** A filter failed, or its condition cannot be used. */
  FILTER_FAILED(2131),
  /** A filter has no value for a statement. */
  FILTER_VALUE_MISSING(2132),
  /** A filter hides the row that is written, or the one in its place. */
  ROW_FILTERED(2133),
  /** A listener refused the row. */
  ROW_REFUSED(2134),
  /** A listener of rows failed. */
  LISTENER_FAILED(2135),
  /** Nobody tells who writes. */
  NO_ACTOR(2136),
  /** No generator of this name is there. */
  NO_GENERATOR(2137),
  /** A generator failed, or gave keys that cannot be used. */
  GENERATOR_FAILED(2138),

  /** The query contradicts itself. */
  INVALID_QUERY(3101),
  /** This database cannot answer such a query. */
  UNSUPPORTED_QUERY(3102),
  /** There are more or fewer rows than asked for. */
  ROW_COUNT(3103),
  /** A stored value does not fit its Java type. */
  MAPPING_FAILED(3104),
  /** The database refused the statement. */
  STATEMENT_FAILED(3105),
  /** A table or column of the model does not exist in the database. */
  SCHEMA_MISMATCH(3106),
  /** The words to look for in texts are not written as the language of such queries says. */
  INVALID_TEXT_QUERY(3107),

  /** The transaction cannot be committed because a statement failed in it. */
  TRANSACTION_FAILED(4101),
  /** The transaction has ended. */
  TRANSACTION_ENDED(4102),
  /** The transaction belongs to another thread. */
  WRONG_THREAD(4103),
  /** The database handle was used inside its own transaction. */
  OUTSIDE_TRANSACTION(4104),
  /** The time limit has passed. */
  TIMEOUT(4105),
  /** The database gave up the transaction for another one; it may be repeated. */
  CONFLICT(4106),
  /** The connection was lost during commit: the outcome is unknown. */
  OUTCOME_UNKNOWN(4107),
  /** A write was tried in a read-only transaction. */
  READ_ONLY_TRANSACTION(4108),
  /** A lock was not granted in time. */
  LOCK_TIMEOUT(4109),
  /** The transaction was in a generation that was replaced, and took too long to end. */
  DRAIN_ABORTED(4110),
  /** The thread waits for what its own transaction holds. */
  SELF_DEADLOCK(4111),

  /** Migrations are asked for, and nothing is there that runs them. */
  NO_MIGRATOR(6001),
  /** A migration file or class has a name, a directive or a form that cannot be read. */
  INVALID_MIGRATION(6002),
  /** A migration holds no statement. */
  EMPTY_MIGRATION(6003),
  /** Two migrations of a module have one number. */
  DUPLICATE_MIGRATION(6004),
  /** Migrations require each other in a circle. */
  MIGRATION_CYCLE(6005),
  /** A migration requires what no module brings. */
  MISSING_REQUIREMENT(6006),
  /** A migration holds a statement that must not be in one. */
  FORBIDDEN_STATEMENT(6007),
  /** A migration was changed after it had run. */
  MIGRATION_EDITED(6008),
  /** A migration that has run is gone. */
  MIGRATION_MISSING(6009),
  /** The database is newer than the application. */
  SCHEMA_AHEAD(6010),
  /** The database is older than the application. */
  SCHEMA_BEHIND(6011),
  /** A migration is numbered below one that has run. */
  OUT_OF_ORDER(6012),
  /** A squashed migration replaces some that have run and some that have not. */
  PARTLY_SQUASHED(6013),
  /** A statement of a migration failed. */
  MIGRATION_FAILED(6014),
  /** A run ended in the middle of a step, and nobody can tell whether the step has worked. */
  MIGRATION_INTERRUPTED(6015),
  /** Somebody else migrates the database for too long. */
  MIGRATION_LOCKED(6016),
  /** A migration cannot be undone. */
  IRREVERSIBLE_MIGRATION(6017),
  /** A migration would take rows away, and nobody accepted it. */
  DATA_LOSS(6018),
  /** The history tells nothing that the request could be about. */
  UNKNOWN_MIGRATION(6019),
  /** A history is there already. */
  HISTORY_EXISTS(6020),
  /** What migrations have made cannot be made again, to be compared with what is there. */
  DRIFT_UNKNOWN(6021);

  private final int number;

  ErrorCode(int number) {
    this.number = number;
  }

  /** {@return the number, unique and never reused} */
  public int number() {
    return number;
  }

  /** {@return the code as it stands in messages, such as {@code ORM-2104}} */
  @Override
  public String toString() {
    return "ORM-" + number;
  }
}
