package orm.api.config;

/** What is written behind the statements that are sent. */
public enum SqlComments {
  /** Nothing. */
  OFF,
  /** The line of the program, as a comment. Each line is then a statement of its own to caches. */
  CALLSITE
}
