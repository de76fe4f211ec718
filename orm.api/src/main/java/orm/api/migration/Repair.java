package orm.api.migration;

import java.util.Objects;

/**
 * A decision that only a person can take about the history of a migration. Immutable.
 *
 * @param kind the decision
 * @param module the module
 * @param id what names the migration in its module, as {@link MigrationInfo#id} has it
 */
public record Repair(Kind kind, String module, String id) {
  /** What can be decided. */
  public enum Kind {
    /** The edited text means the same as the one that ran: take over its checksum. */
    ACCEPT_EDIT,
    /** The step at which a run ended has done its work: go on behind it. */
    STEP_DONE,
    /** The step at which a run ended has done nothing: run it again. */
    STEP_NOT_DONE,
    /**
     * The migration waits, but its work is there already: note it as applied, and run nothing. So a
     * drift that was written as a migration is taken over by the database that has drifted.
     */
    MARK_APPLIED,
    /** Strike the migration from the history, as if it had never run; the schema stays. */
    FORGET
  }

  /**
   * Checks that the parts are there.
   *
   * @param kind the decision
   * @param module the module
   * @param id what names the migration in its module
   */
  public Repair {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(id, "id");
  }
}
