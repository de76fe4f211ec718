package orm.api.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A migration, as files and history tell of it. Immutable.
 *
 * @param module the module that it belongs to
 * @param id what names it in its module: its version, or {@code R name} and {@code S name} for
 *     repeatable ones and seeds
 * @param version its number; null where it has none
 * @param name its name, such as {@code create book}
 * @param kind what it is for
 * @param state how it stands to the database
 * @param source the file or class that it comes from; null where only the history knows it
 * @param reversible whether it says how it is undone
 * @param appliedAt when it ran; null if it did not
 * @param appliedBy who ran it; null if nobody did
 * @param took how long it ran; null if it did not
 * @param stepsDone how many of its steps have run; of an interrupted one those that are sure
 * @param problem what is wrong with it, in words, and what to do; null for nothing
 */
public record MigrationInfo(
    String module,
    String id,
    @Nullable MigrationVersion version,
    String name,
    MigrationKind kind,
    MigrationState state,
    @Nullable String source,
    boolean reversible,
    @Nullable Instant appliedAt,
    @Nullable String appliedBy,
    @Nullable Duration took,
    int stepsDone,
    @Nullable String problem) {
  /**
   * Checks that the parts are there.
   *
   * @param module the module that it belongs to
   * @param id what names it in its module: its version, or {@code R name} and {@code S name} for
   *     repeatable ones and seeds
   * @param version its number; null where it has none
   * @param name its name, such as {@code create book}
   * @param kind what it is for
   * @param state how it stands to the database
   * @param source the file or class that it comes from; null where only the history knows it
   * @param reversible whether it says how it is undone
   * @param appliedAt when it ran; null if it did not
   * @param appliedBy who ran it; null if nobody did
   * @param took how long it ran; null if it did not
   * @param stepsDone how many of its steps have run; of an interrupted one those that are sure
   * @param problem what is wrong with it, in words, and what to do; null for nothing
   */
  public MigrationInfo {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
  }

  /** {@return module, id and name for people, such as {@code catalog 3 (create book)}} */
  public String title() {
    return id.endsWith(name) ? module + " " + id : module + " " + id + " (" + name + ")";
  }
}
