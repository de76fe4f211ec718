package orm.api.migration;

import java.util.List;
import orm.api.catalog.CatalogOther;
import orm.api.catalog.LintFinding;
import orm.api.catalog.SchemaChange;

/**
 * What would make a database like something else. Nothing has run. Immutable.
 *
 * @param database the name of the database
 * @param changes the changes, in an order that works
 * @param up the statements of the changes, as the part of a migration file
 * @param down the statements of the way back, likewise
 * @param findings what is risky in the changes
 * @param suggestions what may be a renaming and is treated as a going and a coming, in words
 * @param notCompared what only one of both has and no change can describe, such as functions
 */
public record SchemaDifference(
    String database,
    List<SchemaChange> changes,
    String up,
    String down,
    List<LintFinding> findings,
    List<String> suggestions,
    List<CatalogOther> notCompared) {
  /**
   * Copies the lists.
   *
   * @param database the name of the database
   * @param changes the changes, in an order that works
   * @param up the statements of the changes
   * @param down the statements of the way back
   * @param findings what is risky in the changes
   * @param suggestions what may be a renaming
   * @param notCompared what no change can describe
   */
  public SchemaDifference {
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
    suggestions = List.copyOf(suggestions);
    notCompared = List.copyOf(notCompared);
  }

  /** {@return whether nothing changes} */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** {@return the text of a migration file that makes the changes} */
  public String file() {
    return "-- orm: up\n" + up + "\n-- orm: down\n" + down;
  }
}
