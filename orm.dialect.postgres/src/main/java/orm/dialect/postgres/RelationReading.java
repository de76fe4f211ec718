package orm.dialect.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogTrigger;
import orm.api.catalog.CatalogView;
import orm.api.catalog.CheckTime;
import orm.api.catalog.ObjectName;
import orm.spi.sql.SqlCursor;

/** A table or view while it is read. */
final class RelationReading {
  private final CatalogReading catalog;
  private final ObjectName name;
  private final String kind;
  private final @Nullable String comment;
  private final @Nullable String query;
  private final List<CatalogColumn> columns = new ArrayList<>();
  private final List<CatalogKey> uniques = new ArrayList<>();
  private final List<CatalogForeignKey> foreignKeys = new ArrayList<>();
  private final List<CatalogCheck> checks = new ArrayList<>();
  private final List<CatalogIndex> indexes = new ArrayList<>();
  private final List<CatalogTrigger> triggers = new ArrayList<>();
  private @Nullable CatalogKey primaryKey;

  /** Begins with a row of {@link CatalogQueries#RELATIONS}. */
  RelationReading(CatalogReading catalog, ResultSet row) throws SQLException {
    this.catalog = catalog;
    this.name = catalog.objectName(row.getString(2), row.getString(3));
    this.kind = row.getString(4);
    this.comment = row.getString(5);
    this.query = row.getString(6);
    if (row.getBoolean(7)) {
      catalog.addOther("unlogged table", name, "UNLOGGED");
    }
    if (row.getString(8) != null) {
      catalog.addOther("partitioning", name, "PARTITION BY " + row.getString(8));
    }
    if (row.getString(9) != null) {
      catalog.addOther("inheritance", name, "INHERITS (" + row.getString(9) + ")");
    }
    if (row.getBoolean(10)) {
      catalog.addOther("row security", name, "ENABLE ROW LEVEL SECURITY");
    }
    if (row.getBoolean(11)) {
      catalog.addOther("row security", name, "FORCE ROW LEVEL SECURITY");
    }
    addStorage(name, row.getString(12), row.getString(13));
  }

  private void addStorage(
      ObjectName object, @Nullable String options, @Nullable String tablespace) {
    if (options != null) {
      catalog.addOther("storage options", object, "WITH (" + options + ")");
    }
    if (tablespace != null) {
      catalog.addOther("tablespace", object, "TABLESPACE " + tablespace);
    }
  }

  ObjectName name() {
    return name;
  }

  boolean isTable() {
    return kind.equals("r") || kind.equals("p");
  }

  /** The name of a part, for what is listed. */
  private ObjectName nameOf(String part) {
    return new ObjectName(name.schema(), name.name() + "." + part);
  }

  void addColumn(ResultSet row) throws SQLException {
    Generation generation = switch (row.getString(5) + row.getString(6)) {
      case "a" -> Generation.IDENTITY_ALWAYS;
      case "d" -> Generation.IDENTITY_BY_DEFAULT;
      case "s" -> Generation.STORED;
      case "v" -> Generation.VIRTUAL;
      default -> Generation.NONE;
    };
    columns.add(new CatalogColumn(
        row.getString(2),
        row.getString(3),
        !row.getBoolean(4),
        generation,
        catalog.expression(row.getString(7)),
        row.getString(8),
        row.getString(9)));
  }

  void addConstraint(ResultSet row) throws SQLException {
    String constraint = row.getString(2);
    String definition = row.getString(14);
    if (row.getBoolean(16)) {
      catalog.addOther("constraint detail", nameOf(constraint), definition);
    }
    CheckTime time = !row.getBoolean(4)
        ? CheckTime.STATEMENT
        : row.getBoolean(5) ? CheckTime.DEFERRED : CheckTime.DEFERRABLE;
    switch (row.getString(3)) {
      case "p" ->
        primaryKey = new CatalogKey(constraint, CatalogReading.strings(row, 6), true, time);
      case "u" ->
        uniques.add(
            new CatalogKey(constraint, CatalogReading.strings(row, 6), !row.getBoolean(15), time));
      case "c" ->
        checks.add(new CatalogCheck(
            constraint, SqlCursor.withoutParentheses(row.getString(13), catalog.lexer())));
      case "f" ->
        foreignKeys.add(new CatalogForeignKey(
            constraint,
            CatalogReading.strings(row, 6),
            catalog.objectName(row.getString(7), row.getString(8)),
            CatalogReading.strings(row, 9),
            action(row.getString(10)),
            action(row.getString(11)),
            row.getString(12).equals("f"),
            time));
      default -> catalog.addOther("exclusion constraint", nameOf(constraint), definition);
    }
  }

  private static Action action(String code) {
    return switch (code) {
      case "a" -> Action.NO_ACTION;
      case "r" -> Action.RESTRICT;
      case "c" -> Action.CASCADE;
      case "n" -> Action.SET_NULL;
      default -> Action.SET_DEFAULT;
    };
  }

  void addIndex(ResultSet row) throws SQLException {
    String index = row.getString(2);
    String definition = row.getString(8);
    String shown = row.getString(9);
    if (!isTable()) {
      catalog.addOther("index of a view", nameOf(index), shown);
      return;
    }
    if (!row.getBoolean(13)) {
      catalog.addOther("invalid index", nameOf(index), shown);
    }
    addStorage(nameOf(index), row.getString(14), row.getString(15));
    int keys = row.getInt(5);
    List<String> texts = CatalogReading.strings(row, 6);
    List<@Nullable String> names = CatalogReading.stringsOrNulls(row, 7);
    indexes.add(new CatalogIndex(
        index,
        row.getBoolean(3),
        row.getString(4),
        PostgresIndexText.parts(
            definition, texts.subList(0, keys), names.subList(0, keys), catalog.lexer()),
        names.subList(keys, names.size()).stream().map(String::valueOf).toList(),
        catalog.expression(row.getString(10)),
        !row.getBoolean(11),
        row.getString(12)));
  }

  void addTrigger(ResultSet row) throws SQLException {
    String trigger = row.getString(2);
    triggers.add(new CatalogTrigger(trigger, row.getString(3)));
    if (!row.getBoolean(4)) {
      catalog.addOther("trigger state", nameOf(trigger), null);
    }
  }

  CatalogTable table() {
    uniques.sort(Comparator.comparing((CatalogKey key) -> String.join("\0", key.columns()))
        .thenComparing(key -> String.valueOf(key.name())));
    foreignKeys.sort(
        Comparator.comparing((CatalogForeignKey key) -> String.join("\0", key.columns()))
            .thenComparing(key -> String.valueOf(key.name())));
    checks.sort(Comparator.comparing(check -> String.valueOf(check.name())));
    indexes.sort(Comparator.comparing(CatalogIndex::name));
    triggers.sort(Comparator.comparing(CatalogTrigger::name));
    return new CatalogTable(
        name,
        columns,
        primaryKey,
        uniques,
        foreignKeys,
        checks,
        indexes,
        triggers,
        List.of(),
        comment);
  }

  CatalogView view() {
    triggers.sort(Comparator.comparing(CatalogTrigger::name));
    return new CatalogView(
        name,
        columns,
        CatalogReading.withoutEnd(String.valueOf(query)),
        kind.equals("m"),
        triggers,
        comment);
  }
}
