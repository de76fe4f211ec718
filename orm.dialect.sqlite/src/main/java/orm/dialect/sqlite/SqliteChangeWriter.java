package orm.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogTrigger;
import orm.api.catalog.ObjectName;
import orm.api.catalog.SchemaChange;
import orm.api.catalog.TableChange;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.spi.dialect.ChangeStep;
import orm.spi.dialect.ChangeWriter;
import orm.spi.dialect.GuardWatch;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.StepGuard;

/**
 * Changes tables in place where SQLite can, and makes them anew where it cannot, all in one
 * transaction.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">the steps of SQLite's
 *     manual</a>
 */
final class SqliteChangeWriter implements ChangeWriter {
  private final SqliteDefinitions definitions;
  private final DataSource scratch;
  private @Nullable Boolean altersConstraints;

  /**
   * Makes a writer.
   *
   * @param syntax quotes names
   * @param scratch opens databases in memory
   */
  SqliteChangeWriter(SqlSyntax syntax, DataSource scratch) {
    this.definitions = new SqliteDefinitions(syntax);
    this.scratch = scratch;
  }

  @Override
  public List<ChangeStep> write(
      Catalog before, List<SchemaChange> changes, Catalog after, Collection<Option> options)
      throws SQLException {
    Writing writing = new Writing(after, altersConstraints());
    boolean namesStay = changes.stream()
        .noneMatch(change -> change instanceof SchemaChange.RenameTable
            || change instanceof TableChange.RenameColumn);
    before
        .tables()
        .forEach(table -> writing.moves.put(table.name(), new TableMove(table, namesStay)));
    changes.forEach(writing::add);
    return writing.steps();
  }

  private synchronized boolean altersConstraints() throws SQLException {
    Boolean known = altersConstraints;
    if (known == null) {
      try (Connection connection = scratch.getConnection()) {
        known = AlterAbility.ofConstraints(connection);
      }
      altersConstraints = known;
    }
    return known;
  }

  @Override
  public GuardWatch watch(Connection connection, Collection<StepGuard> guards) throws SQLException {
    return SqliteGuardWatch.of(connection, guards, definitions);
  }

  @Override
  public boolean losesValues(CatalogColumn before, CatalogColumn after) {
    String was = before.type().toUpperCase(Locale.ROOT);
    String is = after.type().toUpperCase(Locale.ROOT);
    if (was.equals(is) || is.isEmpty() || is.equals("ANY") || is.equals("BLOB")) {
      return false;
    }
    boolean whole = was.contains("INT");
    return !(is.equals("TEXT") || (whole && is.contains("INT")));
  }

  @Override
  public boolean ignoresCase() {
    return true;
  }

  /** A table that cannot be changed in place is copied; which one that is, the list decides. */
  @Override
  public Cost cost(SchemaChange change) {
    boolean copies = change instanceof TableChange.AlterColumn
        || change instanceof TableChange.AddPrimaryKey
        || change instanceof TableChange.DropPrimaryKey
        || change instanceof TableChange.AddUnique
        || change instanceof TableChange.DropUnique
        || change instanceof TableChange.AddForeignKey
        || change instanceof TableChange.DropForeignKey
        || change instanceof TableChange.DropColumn
        || change instanceof TableChange.SetOptions;
    boolean reads =
        change instanceof TableChange.AddCheck || change instanceof TableChange.CreateIndex;
    return copies ? Cost.REWRITE : reads ? Cost.SCAN : Cost.SHORT;
  }

  /** The statements of one list of changes, in the order in which they run. */
  private final class Writing {
    private final Catalog after;
    private final boolean altersConstraints;

    /** By their names now. */
    private final Map<ObjectName, TableMove> moves = new LinkedHashMap<>();

    private final List<CatalogTable> created = new ArrayList<>();
    private final List<CatalogTable> dropped = new ArrayList<>();
    private final List<String> drops = new ArrayList<>();
    private final List<String> renames = new ArrayList<>();
    private final List<String> tables = new ArrayList<>();
    private final Set<String> indexes = new LinkedHashSet<>();

    /** Made anew under their names after: SQLite cannot rename them. */
    private final Map<String, List<String>> renamedIndexes = new LinkedHashMap<>();

    private final List<String> views = new ArrayList<>();
    private final Set<String> triggers = new LinkedHashSet<>();
    private final List<TableMove> anew = new ArrayList<>();

    Writing(Catalog after, boolean altersConstraints) {
      this.after = after;
      this.altersConstraints = altersConstraints;
    }

    void add(SchemaChange change) {
      if (change instanceof TableChange part) {
        addPart(part);
      } else if (change instanceof SchemaChange.CreateTable create) {
        created.add(create.table());
      } else if (change instanceof SchemaChange.DropTable drop) {
        dropped.add(drop.table());
        dropTextIndexes(drop.table());
        moves.remove(drop.object());
      } else if (change instanceof SchemaChange.RenameTable rename) {
        TableMove move = moves.remove(rename.object());
        if (move != null) {
          move.renamed(rename.to());
          moves.put(rename.to(), move);
        }
        renames.add("ALTER TABLE " + definitions.quote(rename.object()) + " RENAME TO "
            + definitions.quote(rename.to().name()));
      } else if (change instanceof SchemaChange.CreateView create) {
        views.add(definitions.view(create.view()));
      } else if (change instanceof SchemaChange.DropView drop) {
        drops.add("DROP VIEW " + definitions.quote(drop.object()));
      } else if (change instanceof SchemaChange.SetComment comment) {
        TableMove move = moves.get(comment.object());
        if (move != null) {
          move.commented(); // it stands in the text of the table
        }
      } else {
        throw new UnsupportedQueryException(
            Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot " + change.text())
                .because("SQLite has nothing of the kind")
                .fix("Describe it otherwise, or leave it to the other database."));
      }
    }

    private void addPart(TableChange change) {
      ObjectName table = change.object();
      if (change instanceof TableChange.CreateIndex create) {
        indexes.addAll(definitions.index(tableAfter(table), create.index()));
      } else if (change instanceof TableChange.DropIndex drop) {
        dropIndex(table, drop.index().name(), SqliteDefinitions.isOfText(drop.index()));
      } else if (change instanceof TableChange.RenameIndex rename) {
        if (renamedIndexes.remove(rename.from()) == null) {
          dropIndex(table, rename.from(), SqliteDefinitions.isOfText(rename.index()));
        }
        renamedIndexes.put(
            rename.index().name(), definitions.index(tableAfter(table), rename.index()));
      } else if (change instanceof TableChange.CreateTrigger create) {
        triggers.add(create.trigger().sql());
      } else if (change instanceof TableChange.DropTrigger drop) {
        drops.add("DROP TRIGGER "
            + definitions.quote(new ObjectName(table.schema(), drop.trigger().name())));
      } else if (change instanceof TableChange.RenameColumn rename) {
        move(table).ifPresent(move -> renameColumn(move, rename));
      } else {
        move(table).ifPresent(move -> move.add(change));
      }
    }

    private void renameColumn(TableMove move, TableChange.RenameColumn rename) {
      if (move.hasDropped(rename.to())) {
        String spare = "orm_gone_" + Integer.toHexString(rename.to().hashCode());
        renameColumn(rename.object(), rename.to(), spare);
        move.movedAway(rename.to(), spare);
      }
      renameColumn(rename.object(), rename.from(), rename.to());
      move.add(rename);
    }

    private void renameColumn(ObjectName table, String from, String to) {
      renames.add("ALTER TABLE " + definitions.quote(table) + " RENAME COLUMN "
          + definitions.quote(from) + " TO " + definitions.quote(to));
    }

    /** Empty for a table that is dropped or created: it needs no changes. */
    private Optional<TableMove> move(ObjectName table) {
      return Optional.ofNullable(moves.get(table));
    }

    private void dropIndex(ObjectName table, String name, boolean ofText) {
      for (String sql : definitions.dropIndex(table, name, ofText)) {
        if (!drops.contains(sql)) {
          drops.add(sql);
        }
      }
    }

    private CatalogTable tableAfter(ObjectName name) {
      return after
          .table(name)
          .orElseThrow(() -> new IllegalArgumentException("there will be no table " + name));
    }

    private void dropTextIndexes(CatalogTable table) {
      table.indexes().stream()
          .filter(SqliteDefinitions::isOfText)
          .forEach(index -> dropIndex(table.name(), index.name(), true));
    }

    List<ChangeStep> steps() {
      moveTables();
      List<String> statements = new ArrayList<>(drops);
      dropped.forEach(table -> statements.add("DROP TABLE " + definitions.quote(table.name())));
      statements.addAll(renames);
      for (CatalogTable table : created) {
        CatalogTable whole = after.table(table.name()).orElse(table);
        statements.add(definitions.table(whole.name(), whole));
      }
      statements.addAll(tables);
      renamedIndexes.values().forEach(indexes::addAll);
      statements.addAll(indexes);
      statements.addAll(views);
      statements.addAll(triggers);
      List<StepGuard> guards = guards();
      List<ChangeStep> steps = new ArrayList<>();
      for (String sql : statements) {
        steps.add(new ChangeStep(sql, true, steps.isEmpty() ? guards : List.of()));
      }
      return List.copyOf(steps);
    }

    private void moveTables() {
      List<String> copies = new ArrayList<>();
      for (TableMove move : moves.values()) {
        CatalogTable to = after.table(move.now()).orElse(null);
        if (to == null || move.isEmpty()) {
          continue;
        }
        Optional<List<String>> inPlace = move.inPlace(definitions, altersConstraints);
        if (inPlace.isPresent()) {
          tables.addAll(inPlace.get());
        } else {
          anew.add(move);
          copies.addAll(move.anew(definitions, to));
          dropTextIndexes(move.definitionBefore());
          to.indexes().forEach(index -> indexes.addAll(definitions.index(to, index)));
          to.triggers().stream().map(CatalogTrigger::sql).forEach(triggers::add);
        }
      }
      if (!copies.isEmpty()) {
        // Otherwise the last step of a copy would look for errors in views and triggers, while the
        // table that they name is not there.
        tables.add("PRAGMA legacy_alter_table=ON");
        tables.addAll(copies);
        tables.add("PRAGMA legacy_alter_table=OFF");
      }
    }

    /** What is made anew or dropped must take nothing with it. */
    private List<StepGuard> guards() {
      if (anew.isEmpty() && dropped.isEmpty()) {
        return List.of();
      }
      Set<ObjectName> moved = new LinkedHashSet<>();
      anew.forEach(move -> moved.add(move.before()));
      dropped.forEach(table -> moved.add(table.name()));
      List<StepGuard> guards = new ArrayList<>();
      guards.add(new StepGuard.ForeignKeysOff());
      for (TableMove move : moves.values()) {
        boolean refers = move.definitionBefore().foreignKeys().stream()
            .anyMatch(key -> moved.contains(key.target()));
        if (refers || anew.contains(move)) {
          guards.add(new StepGuard.RowsKept(move.before(), move.now()));
        }
      }
      return guards;
    }
  }
}
