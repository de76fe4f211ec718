package orm.api.migration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens while migrations run.
 *
 * @param type what happens
 * @param database the name of the database
 * @param module the module of the migration; null while the run waits
 * @param id what names the migration in its module; null while the run waits
 * @param name its name; null while the run waits
 * @param direction which way it goes; null while the run waits
 * @param step the number of the statement, from 1; 0 where none is concerned
 * @param steps how many statements the migration has; 0 where none is concerned
 * @param text the first line of the statement, or the holder of the lock; null where there is none
 * @param elapsed how long it took, or has waited; zero at a beginning
 */
public record MigrationEvent(
    Type type,
    String database,
    @Nullable String module,
    @Nullable String id,
    @Nullable String name,
    @Nullable Direction direction,
    int step,
    int steps,
    @Nullable String text,
    Duration elapsed) {

  /** What can happen, in its order. */
  public enum Type {
    /** Somebody else holds the lock; told about once a second. */
    WAITING,
    /** A migration begins. */
    BEGIN,
    /** A statement begins. */
    STEP,
    /** A statement has run; it is not committed yet. */
    STEP_RAN,
    /** A statement or, at the end, a whole migration is stored together with its record. */
    RECORDED,
    /** A migration is done. */
    DONE
  }
}
