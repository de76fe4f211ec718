package orm.dialect.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.ObjectName;
import orm.api.catalog.TableChange;

/** The way of one table from what it is to what it shall be: in place, or into a new table. */
final class TableMove {
  /** What {@code ADD COLUMN} takes for a default. */
  private static final Pattern CONSTANT = Pattern.compile(
      "[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|'([^']|'')*'|[xX]'[0-9a-fA-F]*'|(?i:true|false)");

  private final CatalogTable before;
  private final boolean namesStay;
  private final List<TableChange> changes = new ArrayList<>();

  /** The columns whose values are kept: by their names now, their types before. */
  private final Map<String, String> kept = new LinkedHashMap<>();

  private ObjectName now;
  private boolean comments;

  /**
   * Makes the way of one table.
   *
   * @param before the table as it is
   * @param namesStay whether nothing is renamed, so that equal texts say the same
   */
  TableMove(CatalogTable before, boolean namesStay) {
    this.before = before;
    this.namesStay = namesStay;
    this.now = before.name();
    before.columns().forEach(column -> kept.put(column.name(), column.type()));
  }

  ObjectName before() {
    return before.name();
  }

  CatalogTable definitionBefore() {
    return before;
  }

  ObjectName now() {
    return now;
  }

  void renamed(ObjectName to) {
    now = to;
  }

  void commented() {
    comments = true;
  }

  void add(TableChange change) {
    if (change instanceof TableChange.RenameColumn rename) {
      String type = kept.remove(rename.from());
      if (type != null) {
        kept.put(rename.to(), type);
      }
      return;
    }
    if (change instanceof TableChange.DropColumn drop) {
      kept.remove(drop.column().name());
    }
    // What was taken away for the sake of others, and is there again, has not changed.
    if (!namesStay || !changes.removeIf(earlier -> isUndoneBy(earlier, change))) {
      changes.add(change);
    }
  }

  private static boolean isUndoneBy(TableChange earlier, TableChange later) {
    if (!earlier.object().equals(later.object())) {
      return false;
    }
    if (earlier instanceof TableChange.DropForeignKey drop
        && later instanceof TableChange.AddForeignKey add) {
      return drop.key().equals(add.key());
    }
    return earlier instanceof TableChange.DropCheck drop
        && later instanceof TableChange.AddCheck add
        && drop.check().equals(add.check());
  }

  boolean isEmpty() {
    return changes.isEmpty() && !comments;
  }

  /** Whether a column was dropped whose name another one gets, before it can be. */
  boolean hasDropped(String column) {
    return changes.stream()
        .anyMatch(change -> change instanceof TableChange.DropColumn drop
            && drop.column().name().equals(column));
  }

  /** The dropped column is out of the way, under another name, until it goes. */
  void movedAway(String column, String to) {
    changes.replaceAll(change ->
        change instanceof TableChange.DropColumn drop && drop.column().name().equals(column)
            ? new TableChange.DropColumn(drop.object(), named(drop.column(), to))
            : change);
  }

  private static CatalogColumn named(CatalogColumn column, String name) {
    return new CatalogColumn(
        name,
        column.type(),
        column.nullable(),
        column.generation(),
        column.sql(),
        column.collation(),
        column.comment());
  }

  /** The statements that change the table in place; empty where it must be made anew. */
  Optional<List<String>> inPlace(SqliteDefinitions definitions, boolean altersConstraints) {
    List<String> statements = new ArrayList<>();
    for (TableChange change : changes) {
      Optional<String> action = action(definitions, change, altersConstraints);
      if (action.isEmpty()) {
        return Optional.empty();
      }
      statements.add("ALTER TABLE " + definitions.quote(now) + " " + action.get());
    }
    return comments ? Optional.empty() : Optional.of(statements);
  }

  private Optional<String> action(
      SqliteDefinitions definitions, TableChange change, boolean altersConstraints) {
    if (change instanceof TableChange.AddColumn add) {
      return canBeAdded(add.column())
          ? Optional.of("ADD COLUMN " + definitions.column(add.column()))
          : Optional.empty();
    }
    if (change instanceof TableChange.DropColumn drop) {
      return Optional.of("DROP COLUMN " + definitions.quote(drop.column().name()));
    }
    if (!altersConstraints) {
      return Optional.empty();
    }
    if (change instanceof TableChange.AddCheck add) {
      return Optional.of("ADD " + definitions.check(add.check()));
    }
    if (change instanceof TableChange.DropCheck drop) {
      CatalogCheck check = drop.check();
      String name = check.name();
      return name == null || !isOnly(name)
          ? Optional.empty()
          : Optional.of("DROP CONSTRAINT " + definitions.quote(name));
    }
    if (change instanceof TableChange.AlterColumn alter && changesNullabilityOnly(alter)) {
      return Optional.of("ALTER COLUMN " + definitions.quote(alter.after().name())
          + (alter.after().nullable() ? " DROP NOT NULL" : " SET NOT NULL"));
    }
    return Optional.empty();
  }

  private static boolean canBeAdded(CatalogColumn column) {
    String sql = column.sql();
    return switch (column.generation()) {
      case VIRTUAL -> column.nullable();
      case NONE ->
        sql == null
            ? column.nullable()
            : CONSTANT.matcher(sql.strip()).matches()
                || (column.nullable() && sql.toUpperCase(Locale.ROOT).equals("NULL"));
      default -> false;
    };
  }

  private boolean isOnly(String constraint) {
    return before.checks().stream()
                .filter(check -> constraint.equals(check.name()))
                .count()
            == 1
        && before.uniques().stream().noneMatch(key -> constraint.equals(key.name()))
        && before.foreignKeys().stream().noneMatch(key -> constraint.equals(key.name()));
  }

  private static boolean changesNullabilityOnly(TableChange.AlterColumn alter) {
    CatalogColumn was = alter.before();
    CatalogColumn is = alter.after();
    return was.nullable() != is.nullable()
        && new CatalogColumn(
                was.name(),
                was.type(),
                is.nullable(),
                was.generation(),
                was.sql(),
                was.collation(),
                is.comment())
            .equals(is);
  }

  /** The statements that make the table anew under its name, with its rows and its counter. */
  List<String> anew(SqliteDefinitions definitions, CatalogTable after) {
    ObjectName spare = new ObjectName(now.schema(), "orm_new_" + now.name());
    List<String> statements = new ArrayList<>();
    statements.add(definitions.table(spare, after));
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (CatalogColumn column : after.columns()) {
      String type = kept.get(column.name());
      if (type != null && !column.computed()) {
        names.add(column.name());
        values.add(converted(definitions.quote(column.name()), type, column.type()));
      }
    }
    if (!names.isEmpty()) {
      statements.add("INSERT INTO " + definitions.quote(spare) + " " + definitions.columns(names)
          + " SELECT " + String.join(", ", values) + " FROM " + definitions.quote(now));
    }
    if (counts(before) && counts(after)) {
      String sequence = now.schema() == null
          ? "sqlite_sequence"
          : definitions.quote(now.schema()) + ".sqlite_sequence";
      statements.add("DELETE FROM " + sequence + " WHERE name = " + literal(spare.name()));
      statements.add("INSERT INTO " + sequence + " (name, seq) SELECT " + literal(spare.name())
          + ", seq FROM " + sequence + " WHERE name = " + literal(now.name()));
    }
    statements.add("DROP TABLE " + definitions.quote(now));
    statements.add(
        "ALTER TABLE " + definitions.quote(spare) + " RENAME TO " + definitions.quote(now.name()));
    return statements;
  }

  private static boolean counts(CatalogTable table) {
    return table.columns().stream()
        .anyMatch(column -> column.generation() == Generation.AUTOINCREMENT);
  }

  /**
   * A strict table converts what can be converted without loss and refuses the rest, which no cast
   * does; but it never takes bytes for text.
   */
  private static String converted(String column, String from, String to) {
    String type = to.toUpperCase(Locale.ROOT);
    String was = from.toUpperCase(Locale.ROOT);
    boolean bytes = was.equals("TEXT") && type.equals("BLOB");
    boolean text = was.equals("BLOB") && type.equals("TEXT");
    return bytes || text ? "CAST(" + column + " AS " + type + ")" : column;
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
