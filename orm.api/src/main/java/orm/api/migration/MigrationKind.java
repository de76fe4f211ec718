package orm.api.migration;

/** What a migration is for. */
public enum MigrationKind {
  /** Has a number and runs once. */
  VERSIONED,
  /** Has a number, runs once, and stands for several that it replaces. */
  SQUASHED,
  /** Runs after all others, and again whenever its text has changed: views, functions. */
  REPEATABLE,
  /** Rows for a start; runs only when asked for, and again when its text has changed. */
  SEED,
  /** Says that a database stood at a version before its history was kept. */
  BASELINE
}
