package orm.migration.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orm.api.migration.MigrationKind;
import orm.api.migration.MigrationVersion;

/**
 * What the history tells of one migration. Immutable.
 *
 * @param module the module
 * @param id what names it in its module
 * @param kind what it is for
 * @param name its name
 * @param state what has become of it
 * @param checksum tells its text from others
 * @param position the number of its run among all, from 1
 * @param step how many steps are stored
 * @param running the step that runs outside a transaction now; 0 for none
 * @param replaces the first version that a squashed one stands for; null for others
 * @param at when it was applied, or begun
 * @param by who did it
 * @param millis how long it took
 * @param up the text of the way up; empty for a class
 * @param down the text of the way down; null for none
 */
public record HistoryRow(
    String module,
    String id,
    MigrationKind kind,
    String name,
    State state,
    String checksum,
    int position,
    int step,
    int running,
    @Nullable MigrationVersion replaces,
    Instant at,
    String by,
    int millis,
    String up,
    @Nullable String down) {
  /** What can have become of a migration. */
  public enum State {
    /** It is being applied, or a run ended meanwhile. */
    APPLYING,
    /** It was applied. */
    APPLIED,
    /** It is being undone, or a run ended meanwhile. */
    UNDOING,
    /** It was undone. */
    UNDONE;

    /** As it stands in the table. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@return its number; {@link MigrationVersion#NONE} where it has none} */
  public MigrationVersion version() {
    return MigrationVersion.parse(id).orElse(MigrationVersion.NONE);
  }

  /** {@return whether its work is there} */
  public boolean isApplied() {
    return state == State.APPLIED;
  }

  /** {@return whether a run ended in the middle of it} */
  public boolean isInterrupted() {
    return state == State.APPLYING || state == State.UNDOING;
  }

  /** {@return how long it took} */
  public Duration took() {
    return Duration.ofMillis(millis);
  }

  /**
   * Tells whether a squashed one stands for a version.
   *
   * @param other the version
   * @return whether it does
   */
  public boolean replaces(MigrationVersion other) {
    return replaces != null && other.compareTo(replaces) >= 0 && other.compareTo(version()) <= 0;
  }

  /**
   * Changes the state.
   *
   * @param next the state
   * @param done how many steps are stored
   * @param now the step that runs outside a transaction; 0 for none
   * @return a copy with them
   */
  public HistoryRow in(State next, int done, int now) {
    return new HistoryRow(
        module, id, kind, name, next, checksum, position, done, now, replaces, at, by, millis, up,
        down);
  }

  /**
   * Changes the text.
   *
   * @param sum its checksum
   * @param upText the way up
   * @param downText the way down, or null
   * @return a copy with them
   */
  public HistoryRow with(String sum, String upText, @Nullable String downText) {
    return new HistoryRow(
        module, id, kind, name, state, sum, position, step, running, replaces, at, by, millis,
        upText, downText);
  }

  /**
   * Changes the time that it took.
   *
   * @param time the time
   * @return a copy with it
   */
  public HistoryRow taking(Duration time) {
    int shown = (int) Math.min(time.toMillis(), Integer.MAX_VALUE);
    return new HistoryRow(
        module, id, kind, name, state, checksum, position, step, running, replaces, at, by, shown,
        up, down);
  }
}
