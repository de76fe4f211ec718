package orm.api.config;

/**
 * What is done when a database is newer than a module: an older version of its bundle was deployed.
 */
public enum Downgrade {
  /** Nothing: what needs the module's schema stays away until somebody decides. */
  REFUSE,
  /**
   * The later migrations are undone, by the way down that the history keeps, unless rows would be
   * lost.
   */
  UNDO
}
