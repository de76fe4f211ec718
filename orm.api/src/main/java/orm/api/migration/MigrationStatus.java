package orm.api.migration;

import java.util.List;
import java.util.Optional;

/**
 * What has run on a database and what waits. Immutable.
 *
 * @param database the name of the database
 * @param migrations all that files or history know, in the order in which they run; seeds last
 */
public record MigrationStatus(String database, List<MigrationInfo> migrations) {
  /**
   * Copies the list.
   *
   * @param database the name of the database
   * @param migrations all that files or history know
   */
  public MigrationStatus {
    migrations = List.copyOf(migrations);
  }

  /** {@return those that the next run applies; no seeds} */
  public List<MigrationInfo> pending() {
    return migrations.stream()
        .filter(one -> one.kind() != MigrationKind.SEED)
        .filter(one -> one.state().isPending() || one.state() == MigrationState.INTERRUPTED)
        .toList();
  }

  /** {@return those about which somebody has to decide first} */
  public List<MigrationInfo> problems() {
    return migrations.stream().filter(one -> one.problem() != null).toList();
  }

  /** {@return whether the database stands where the application expects it} */
  public boolean isCurrent() {
    return pending().isEmpty() && problems().isEmpty();
  }

  /**
   * Finds where a module stands.
   *
   * @param module its name
   * @return the highest version that has run; empty for none
   */
  public Optional<MigrationVersion> version(String module) {
    return migrations.stream()
        .filter(one -> one.module().equals(module) && one.appliedAt() != null)
        .filter(one ->
            one.state() != MigrationState.UNDONE && one.state() != MigrationState.INTERRUPTED)
        .flatMap(one -> Optional.ofNullable(one.version()).stream())
        .max(MigrationVersion::compareTo);
  }
}
