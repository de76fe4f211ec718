package orm.api.migration;

/** How a migration and a database stand to each other. */
public enum MigrationState {
  /** It has run. */
  APPLIED,
  /** It has run and was undone; the next run applies it again. */
  UNDONE,
  /** It has not run yet. */
  PENDING,
  /** A repeatable one whose text is another than when it ran; it runs again. */
  CHANGED,
  /** It is covered by a baseline or by a file that was squashed from it. */
  COVERED,
  /** It has not run, but a later one of its module has. */
  OUT_OF_ORDER,
  /** A run ended in the middle of it. */
  INTERRUPTED,
  /** Its text is another than when it ran. */
  EDITED,
  /** It has run, and its file is gone. */
  MISSING,
  /** It has run and is later than all files: the database is newer than the application. */
  AHEAD,
  /** It has run, and nobody brings its module now. */
  ABSENT;

  /** {@return whether a run would apply it} */
  public boolean isPending() {
    return this == PENDING || this == UNDONE || this == CHANGED || this == OUT_OF_ORDER;
  }

  /** {@return whether nothing may run before somebody has decided what to do} */
  public boolean isProblem() {
    return this == OUT_OF_ORDER || this == EDITED || this == MISSING || this == AHEAD;
  }
}
