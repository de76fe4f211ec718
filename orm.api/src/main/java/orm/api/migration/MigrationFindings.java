package orm.api.migration;

import java.util.List;
import orm.api.catalog.LintFinding;

/**
 * What is risky in one migration. Immutable.
 *
 * @param migration the migration
 * @param findings what was found, in the order of its statements; their places name the line
 */
public record MigrationFindings(MigrationInfo migration, List<LintFinding> findings) {
  /**
   * Copies the list.
   *
   * @param migration the migration
   * @param findings what was found
   */
  public MigrationFindings {
    findings = List.copyOf(findings);
  }
}
