package orm.api.migration;

/** Which way a migration goes. */
public enum Direction {
  /** It is applied. */
  UP,
  /** It is undone. */
  DOWN
}
