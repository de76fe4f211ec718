package orm.migration.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.ChangeLoss;
import orm.api.catalog.LintFinding;
import orm.api.catalog.LintRule;
import orm.api.catalog.ObjectName;
import orm.api.catalog.SchemaChange;
import orm.api.catalog.TableChange;
import orm.spi.dialect.ChangeWriter;

/** Finds what is risky in typed changes. Immutable and safe for use by several threads. */
public final class ChangeLint {
  private final ChangeWriter dialect;

  /**
   * Makes a lint.
   *
   * @param dialect tells what changes cost
   */
  public ChangeLint(ChangeWriter dialect) {
    this.dialect = dialect;
  }

  /**
   * Looks at changes.
   *
   * @param changes the changes, in the order in which they run
   * @param after what is there when all are made
   * @return what was found, in the order of the changes
   */
  public List<LintFinding> findings(List<SchemaChange> changes, Catalog after) {
    Looking looking = new Looking(changes, after);
    changes.forEach(looking::at);
    return List.copyOf(looking.findings);
  }

  private final class Looking {
    private final List<LintFinding> findings = new ArrayList<>();
    private final Catalog after;

    /** Tables without rows yet. */
    private final Set<ObjectName> created = new LinkedHashSet<>();

    /** Parts that go only to come again. */
    private final Set<Object> dropped = new LinkedHashSet<>();

    Looking(List<SchemaChange> changes, Catalog after) {
      this.after = after;
      for (SchemaChange change : changes) {
        if (change instanceof SchemaChange.CreateTable create) {
          created.add(create.object());
        }
        droppedPart(change).ifPresent(dropped::add);
      }
    }

    private Optional<Object> droppedPart(SchemaChange change) {
      if (change instanceof TableChange.DropForeignKey drop) {
        return Optional.of(drop.key());
      } else if (change instanceof TableChange.DropUnique drop) {
        return Optional.of(drop.key());
      } else if (change instanceof TableChange.DropPrimaryKey drop) {
        return Optional.of(drop.key());
      } else if (change instanceof TableChange.DropCheck drop) {
        return Optional.of(drop.check());
      } else if (change instanceof TableChange.DropIndex drop) {
        return Optional.of(drop.index());
      }
      return Optional.empty();
    }

    private void add(LintRule rule, SchemaChange change, String why, String fix) {
      findings.add(new LintFinding(rule, change.text(), why, fix));
    }

    void at(SchemaChange change) {
      ChangeLoss loss = change.loss().orElse(null);
      if (loss != null) {
        add(
            LintRule.DESTRUCTIVE,
            change,
            loss.kind() == ChangeLoss.Kind.PRECISION
                ? "values of " + loss.what() + " may not fit the new type"
                : "it loses " + loss.what(),
            "Copy what is still needed elsewhere first; the loss must be accepted by its name.");
      }
      if (!change.reversible()) {
        add(
            LintRule.IRREVERSIBLE,
            change,
            "the way back makes the object again, but not what was in it",
            "Keep a backup, or do this in a later release, when nobody goes back any more.");
      }
      if (change instanceof TableChange part && created.contains(part.object())) {
        missingIndex(change);
        return;
      }
      dataDependent(change);
      incompatible(change);
      missingIndex(change);
      cost(change);
    }

    private void cost(SchemaChange change) {
      if (change instanceof TableChange.CreateIndex create && dropped.contains(create.index())) {
        return;
      }
      switch (dialect.cost(change)) {
        case SCAN ->
          add(
              LintRule.LONG_LOCK,
              change,
              "nobody can write to " + change.object() + " while all its rows are read",
              "For a large table use the online form, or a time when nobody writes.");
        case REWRITE ->
          add(
              LintRule.REWRITE,
              change,
              "all rows of " + change.object()
                  + " are written anew, and nobody can use it meanwhile",
              "For a large table add a new column, fill it in parts and change over, or wait for a"
                  + " quiet time.");
        case SHORT -> {}
      }
    }

    private void dataDependent(SchemaChange change) {
      if (change instanceof TableChange.AlterColumn alter) {
        if (alter.becomesRequired()) {
          dependent(change, "a row has null there", "Fill the column first.");
        }
        if (alter.loss().isPresent()) {
          dependent(
              change,
              "a value cannot be converted to " + alter.after().type(),
              "Look for such values first.");
        }
      } else if (change instanceof TableChange.AddColumn add && needsValue(add.column())) {
        dependent(
            change,
            "the table has rows",
            "Give the column a default, or add it nullable, fill it, and require it then.");
      } else if (change instanceof TableChange.AddUnique add && !dropped.contains(add.key())) {
        dependent(change, "two rows are equal there", "Look for duplicates first.");
      } else if (change instanceof TableChange.AddPrimaryKey add && !dropped.contains(add.key())) {
        dependent(change, "two rows are equal there or one has null", "Look for them first.");
      } else if (change instanceof TableChange.CreateIndex create
          && create.index().unique()
          && !dropped.contains(create.index())) {
        dependent(change, "two rows are equal there", "Look for duplicates first.");
      } else if (change instanceof TableChange.AddCheck add && !dropped.contains(add.check())) {
        dependent(change, "a row does not pass the check", "Correct such rows first.");
      } else if (change instanceof TableChange.AddForeignKey add && !dropped.contains(add.key())) {
        dependent(change, "a row refers to nothing", "Delete or correct such rows first.");
      } else if (change instanceof SchemaChange.RecreateEnum again
          && !again.removed().isEmpty()) {
        dependent(
            change, "a row has one of the labels that go", "Give such rows another label first.");
      } else if (change instanceof SchemaChange.AlterDomain) {
        dependent(change, "a value does not fit the domain", "Look for such values first.");
      }
    }

    private void dependent(SchemaChange change, String where, String fix) {
      add(LintRule.DATA_DEPENDENT, change, "it fails where " + where, fix);
    }

    private static boolean needsValue(CatalogColumn column) {
      return !column.nullable() && column.sql() == null && column.generation() == Generation.NONE;
    }

    private void incompatible(SchemaChange change) {
      String why = null;
      if (change instanceof SchemaChange.DropTable || change instanceof SchemaChange.RenameTable) {
        why = "programs of the version before use " + change.object();
      } else if (change instanceof TableChange.DropColumn drop && !drop.column().computed()) {
        why = "programs of the version before use the column";
      } else if (change instanceof TableChange.RenameColumn) {
        why = "programs of the version before use the old name";
      } else if (change instanceof TableChange.AlterColumn alter && alter.changesType()) {
        why = "programs of the version before expect " + alter.before().type();
      } else if (change instanceof TableChange.AlterColumn alter && alter.becomesRequired()) {
        why = "programs of the version before may write null";
      } else if (change instanceof TableChange.AddColumn add && needsValue(add.column())) {
        why = "programs of the version before write rows without it";
      }
      if (why != null) {
        add(
            LintRule.INCOMPATIBLE,
            change,
            why,
            "Where old and new run side by side, add first, change the programs, and remove in a"
                + " later release.");
      }
    }

    private void missingIndex(SchemaChange change) {
      if (!(change instanceof TableChange.AddForeignKey add)) {
        return;
      }
      CatalogTable table = after.table(add.object()).orElse(null);
      if (table != null && !isIndexed(table, add.key())) {
        add(
            LintRule.MISSING_INDEX,
            change,
            "no index begins with " + String.join(", ", add.key().columns())
                + ", so that each deletion from " + add.key().target() + " reads all of "
                + add.object(),
            "Add an index on the columns of the foreign key.");
      }
    }
  }

  private static boolean isIndexed(CatalogTable table, CatalogForeignKey key) {
    List<List<String>> indexed = new ArrayList<>();
    CatalogKey primary = table.primaryKey();
    if (primary != null) {
      indexed.add(primary.columns());
    }
    table.uniques().forEach(unique -> indexed.add(unique.columns()));
    table.indexes().stream()
        .filter(index -> index.where() == null)
        .forEach(index -> indexed.add(plainColumns(index)));
    Set<String> wanted = Set.copyOf(key.columns());
    return indexed.stream()
        .filter(columns -> columns.size() >= wanted.size())
        .anyMatch(columns -> Set.copyOf(columns.subList(0, wanted.size())).equals(wanted));
  }

  /** The columns before the first expression. */
  private static List<String> plainColumns(CatalogIndex index) {
    List<String> columns = new ArrayList<>();
    for (CatalogIndex.Part part : index.parts()) {
      String column = part.column();
      if (column == null) {
        break;
      }
      columns.add(column);
    }
    return columns;
  }
}
