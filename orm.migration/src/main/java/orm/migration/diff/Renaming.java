package orm.migration.diff;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogSequence;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogTrigger;
import orm.api.catalog.CatalogView;
import orm.api.catalog.ObjectName;

/**
 * A catalog as it is when its tables and columns have their new names, and each part of it as it
 * was before.
 */
final class Renaming {
  /** Begins the name of what must go because its name is taken; no database allows it. */
  private static final String GONE = "\0";

  private final SqlText text;

  /** The names of tables, before to after; those that stay are not in it. */
  private final Map<ObjectName, ObjectName> tables = new LinkedHashMap<>();

  /** By the table's name before, the names of columns, before to after. */
  private final Map<ObjectName, Map<String, String>> columns = new LinkedHashMap<>();

  private final IdentityHashMap<Object, Object> originals = new IdentityHashMap<>();
  private final Catalog renamed;

  Renaming(Catalog before, Catalog after, DiffOptions options, SqlText text) {
    this.text = text;
    findTables(before, after, options);
    before.tables().forEach(table -> findColumns(table, after, options));
    this.renamed = new Catalog(
        before.tables().stream().map(this::table).toList(),
        before.views().stream().map(this::view).toList(),
        before.sequences().stream().map(this::sequence).toList(),
        before.enums(),
        before.domains(),
        before.others());
  }

  private void findTables(Catalog before, Catalog after, DiffOptions options) {
    Set<ObjectName> old = names(before);
    Set<ObjectName> wanted = names(after);
    Map<ObjectName, ObjectName> wished = new LinkedHashMap<>(options.tables());
    for (ObjectName name : old) {
      if (!wanted.contains(name)) {
        // Names that differ in case alone are one name to this database, but not to people.
        wanted.stream()
            .filter(other -> folded(other).equals(folded(name)))
            .forEach(other -> wished.putIfAbsent(name, other));
      }
    }
    tables.putAll(possible(wished, old, wanted));
    Set<ObjectName> taken = Set.copyOf(tables.values());
    for (ObjectName name : old) {
      if (taken.contains(name) && !tables.containsKey(name)) {
        tables.put(name, new ObjectName(name.schema(), GONE + name.name()));
      }
    }
  }

  private static Set<ObjectName> names(Catalog catalog) {
    return catalog.tables().stream()
        .map(CatalogTable::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private ObjectName folded(ObjectName name) {
    return new ObjectName(name.schema(), text.folded(name.name()));
  }

  private void findColumns(CatalogTable table, Catalog after, DiffOptions options) {
    CatalogTable target = after.table(now(table.name())).orElse(null);
    if (target == null) {
      return;
    }
    Set<String> old = names(table);
    Set<String> wanted = names(target);
    Map<String, String> wished =
        new LinkedHashMap<>(options.columns().getOrDefault(target.name(), Map.of()));
    for (String name : old) {
      if (!wanted.contains(name)) {
        wanted.stream()
            .filter(other -> text.folded(other).equals(text.folded(name)))
            .forEach(other -> wished.putIfAbsent(name, other));
      }
    }
    Map<String, String> found = possible(wished, old, wanted);
    Set<String> taken = Set.copyOf(found.values());
    for (String name : old) {
      if (taken.contains(name) && !found.containsKey(name)) {
        found.put(name, GONE + name);
      }
    }
    if (!found.isEmpty()) {
      columns.put(table.name(), found);
    }
  }

  private static Set<String> names(CatalogTable table) {
    return table.columns().stream()
        .map(CatalogColumn::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Leaves out wishes that name nothing, or would put two things under one name. */
  private static <N> Map<N, N> possible(Map<N, N> wished, Set<N> old, Set<N> wanted) {
    Map<N, N> possible = new LinkedHashMap<>();
    for (N name : old) {
      N to = wished.get(name);
      if (to != null && !to.equals(name) && wanted.contains(to) && !possible.containsValue(to)) {
        possible.put(name, to);
      }
    }
    return possible;
  }

  Catalog renamed() {
    return renamed;
  }

  /** The tables that are renamed, before to after. */
  Map<ObjectName, ObjectName> tables() {
    Map<ObjectName, ObjectName> staying = new LinkedHashMap<>(tables);
    staying.values().removeIf(to -> isGone(to.name()));
    return staying;
  }

  /** By the table's name after, the columns that are renamed, before to after. */
  Map<ObjectName, Map<String, String>> columns() {
    Map<ObjectName, Map<String, String>> byNow = new LinkedHashMap<>();
    columns.forEach((table, names) -> {
      Map<String, String> staying = new LinkedHashMap<>(names);
      staying.values().removeIf(Renaming::isGone);
      byNow.put(now(table), staying);
    });
    return byNow;
  }

  /** Whether a name in the renamed catalog is that of something whose own name is taken. */
  static boolean isGone(String name) {
    return name.startsWith(GONE);
  }

  /** A part of the renamed catalog as it was before. */
  @SuppressWarnings("unchecked")
  <T> T original(T part) {
    return (T) originals.getOrDefault(part, part);
  }

  ObjectName now(ObjectName table) {
    return tables.getOrDefault(table, table);
  }

  private String now(ObjectName table, String column) {
    return columns.getOrDefault(table, Map.of()).getOrDefault(column, column);
  }

  private List<String> now(ObjectName table, List<String> names) {
    return names.stream().map(name -> now(table, name)).toList();
  }

  private <T> T remember(T now, T original) {
    originals.put(now, original);
    return now;
  }

  private CatalogTable table(CatalogTable table) {
    ObjectName name = table.name();
    CatalogKey key = table.primaryKey();
    return remember(
        new CatalogTable(
            now(name),
            table.columns().stream().map(column -> column(name, column)).toList(),
            key == null ? null : key(name, key),
            table.uniques().stream().map(unique -> key(name, unique)).toList(),
            table.foreignKeys().stream().map(each -> foreignKey(name, each)).toList(),
            table.checks().stream().map(check -> check(name, check)).toList(),
            table.indexes().stream().map(index -> index(name, index)).toList(),
            table.triggers().stream().map(trigger -> trigger(name, trigger)).toList(),
            table.options(),
            table.comment()),
        table);
  }

  private CatalogColumn column(ObjectName table, CatalogColumn column) {
    return remember(
        new CatalogColumn(
            now(table, column.name()),
            column.type(),
            column.nullable(),
            column.generation(),
            inTable(table, column.sql()),
            column.collation(),
            column.comment()),
        column);
  }

  private CatalogKey key(ObjectName table, CatalogKey key) {
    return remember(
        new CatalogKey(key.name(), now(table, key.columns()), key.nullsDistinct(), key.checkTime()),
        key);
  }

  private CatalogForeignKey foreignKey(ObjectName table, CatalogForeignKey key) {
    return remember(
        new CatalogForeignKey(
            key.name(),
            now(table, key.columns()),
            now(key.target()),
            now(key.target(), key.targetColumns()),
            key.onDelete(),
            key.onUpdate(),
            key.matchFull(),
            key.checkTime()),
        key);
  }

  private CatalogCheck check(ObjectName table, CatalogCheck check) {
    String sql = inTable(table, check.sql());
    return remember(new CatalogCheck(check.name(), sql == null ? "" : sql), check);
  }

  private CatalogIndex index(ObjectName table, CatalogIndex index) {
    return remember(
        new CatalogIndex(
            index.name(),
            index.unique(),
            index.method(),
            index.parts().stream().map(part -> part(table, part)).toList(),
            now(table, index.included()),
            inTable(table, index.where()),
            index.nullsDistinct(),
            index.comment()),
        index);
  }

  private CatalogIndex.Part part(ObjectName table, CatalogIndex.Part part) {
    String column = part.column();
    return new CatalogIndex.Part(
        column == null ? null : now(table, column),
        inTable(table, part.sql()),
        part.collation(),
        part.operators(),
        part.descending(),
        part.nullsFirst());
  }

  private CatalogTrigger trigger(ObjectName table, CatalogTrigger trigger) {
    String sql = text.renamed(inTable(table, trigger.sql()), tableNames());
    return remember(new CatalogTrigger(trigger.name(), sql == null ? "" : sql), trigger);
  }

  private CatalogView view(CatalogView view) {
    Map<String, String> names = new HashMap<>();
    columns.forEach((table, renamed) -> {
      if (text.mentions(view.sql(), List.of(table.name()))) {
        names.putAll(renamed);
      }
    });
    names.putAll(tableNames());
    String sql = text.renamed(view.sql(), names);
    return remember(
        new CatalogView(
            view.name(),
            view.columns(),
            sql == null ? "" : sql,
            view.materialized(),
            view.triggers().stream()
                .map(trigger -> trigger(view.name(), trigger))
                .toList(),
            view.comment()),
        view);
  }

  private CatalogSequence sequence(CatalogSequence sequence) {
    ObjectName table = sequence.ownerTable();
    String column = sequence.ownerColumn();
    if (table == null || column == null) {
      return sequence;
    }
    return remember(
        new CatalogSequence(
            sequence.name(),
            sequence.type(),
            sequence.start(),
            sequence.increment(),
            sequence.least(),
            sequence.greatest(),
            sequence.cycle(),
            now(table),
            now(table, column)),
        sequence);
  }

  private @Nullable String inTable(ObjectName table, @Nullable String sql) {
    return text.renamed(sql, columns.getOrDefault(table, Map.of()));
  }

  private Map<String, String> tableNames() {
    Map<String, String> names = new HashMap<>();
    tables.forEach((from, to) -> names.put(from.name(), to.name()));
    return names;
  }
}
