package orm.spi.listen;

import java.time.Duration;

/**
 * Something that happened to a generation of a database.
 *
 * @param database the name of the database
 * @param kind what happened
 * @param generation the number of the generation, from 1; 0 where none was opened
 * @param dialect the name of its dialect
 * @param detail who brought the dialect, why, or what is wrong; without secrets
 * @param took how long it took: to open a generation, to let calls in again, to drain
 */
public record GenerationEvent(
    String database, Kind kind, int generation, String dialect, String detail, Duration took) {
  /** What happens to generations. */
  public enum Kind {
    /** It has taken over and serves. */
    SERVING,
    /** It could not be opened or failed its check; whatever served before goes on. */
    REFUSED,
    /**
     * Calls wait from now on: it stopped serving before another one was ready, or somebody asked
     * for it.
     */
    PAUSED,
    /** Calls are let in again after a pause. */
    RESUMED,
    /** It was replaced, the last one has left it, and it is closed. */
    DRAINED,
    /** It was replaced, and somebody is inside longer than {@code drain.timeout}. */
    OVERDUE
  }
}
