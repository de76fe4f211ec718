package orm.api.admin;

/** How a database meets new calls. */
public enum DatabaseState {
  /** They run. */
  SERVING,
  /** They wait, because somebody asked for it with {@link DatabaseAdmin#quiesce}. */
  QUIESCED,
  /** They wait for a dialect to come, or for the next generation to be ready. */
  PAUSED,
  /** They are refused for good: the handle was closed. */
  CLOSED
}
