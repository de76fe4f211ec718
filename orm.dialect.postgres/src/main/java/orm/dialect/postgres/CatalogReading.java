package orm.dialect.postgres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogDomain;
import orm.api.catalog.CatalogEnum;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogOther;
import orm.api.catalog.CatalogSequence;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogTrigger;
import orm.api.catalog.CatalogView;
import orm.api.catalog.CheckTime;
import orm.api.catalog.ObjectName;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;

/**
 * The objects of some schemas while they are read: rows come in, values go out. The columns of the
 * rows are those of {@link CatalogQueries}.
 */
final class CatalogReading {
  private static final Comparator<ObjectName> BY_NAME =
      Comparator.comparing((ObjectName name) -> name.schema() == null ? "" : name.schema())
          .thenComparing(ObjectName::name);

  private final SqlLexer lexer;

  /** The schema whose objects have names without one; null for none. */
  private final @Nullable String unnamed;

  private final Map<Long, Relation> relations = new LinkedHashMap<>();
  private final Map<Long, Set<Long>> viewUses = new LinkedHashMap<>();
  private final List<CatalogSequence> sequences = new ArrayList<>();
  private final List<CatalogEnum> enums = new ArrayList<>();
  private final List<CatalogDomain> domains = new ArrayList<>();
  private final List<CatalogOther> others = new ArrayList<>();

  /** A table or view while it is read. */
  private static final class Relation {
    final ObjectName name;
    final String kind;
    final @Nullable String comment;
    final @Nullable String query;
    final List<CatalogColumn> columns = new ArrayList<>();
    final List<CatalogKey> uniques = new ArrayList<>();
    final List<CatalogForeignKey> foreignKeys = new ArrayList<>();
    final List<CatalogCheck> checks = new ArrayList<>();
    final List<CatalogIndex> indexes = new ArrayList<>();
    final List<CatalogTrigger> triggers = new ArrayList<>();
    @Nullable CatalogKey primaryKey;

    Relation(ObjectName name, String kind, @Nullable String comment, @Nullable String query) {
      this.name = name;
      this.kind = kind;
      this.comment = comment;
      this.query = query;
    }

    boolean isTable() {
      return kind.equals("r") || kind.equals("p");
    }
  }

  CatalogReading(SqlLexer lexer, @Nullable String unnamed) {
    this.lexer = lexer;
    this.unnamed = unnamed;
  }

  private ObjectName objectName(String schema, String name) {
    return new ObjectName(schema.equals(unnamed) ? null : schema, name);
  }

  private Relation relation(ResultSet row) throws SQLException {
    Relation relation = relations.get(row.getLong(1));
    if (relation == null) {
      throw new SQLException("the schema changed while it was read");
    }
    return relation;
  }

  private void addOther(String kind, ObjectName name, @Nullable String sql) {
    others.add(new CatalogOther(kind, name, sql));
  }

  /** Something about a part of a relation. */
  private void addOther(String kind, Relation relation, String part, @Nullable String sql) {
    ObjectName name = relation.name;
    addOther(kind, new ObjectName(name.schema(), name.name() + "." + part), sql);
  }

  void addRelation(ResultSet row) throws SQLException {
    ObjectName name = objectName(row.getString(2), row.getString(3));
    String query = row.getString(6);
    relations.put(
        row.getLong(1),
        new Relation(
            name, row.getString(4), row.getString(5), query == null ? null : withoutEnd(query)));
    if (row.getBoolean(7)) {
      addOther("unlogged table", name, "UNLOGGED");
    }
    if (row.getString(8) != null) {
      addOther("partitioning", name, "PARTITION BY " + row.getString(8));
    }
    if (row.getString(9) != null) {
      addOther("inheritance", name, "INHERITS (" + row.getString(9) + ")");
    }
    if (row.getBoolean(10)) {
      addOther("row security", name, "ENABLE ROW LEVEL SECURITY");
    }
    if (row.getBoolean(11)) {
      addOther("row security", name, "FORCE ROW LEVEL SECURITY");
    }
    addStorage(name, row.getString(12), row.getString(13));
  }

  private void addStorage(ObjectName name, @Nullable String options, @Nullable String tablespace) {
    if (options != null) {
      addOther("storage options", name, "WITH (" + options + ")");
    }
    if (tablespace != null) {
      addOther("tablespace", name, "TABLESPACE " + tablespace);
    }
  }

  private static String withoutEnd(String query) {
    String stripped = query.strip();
    return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  void addColumn(ResultSet row) throws SQLException {
    Generation generation = switch (row.getString(5) + row.getString(6)) {
      case "a" -> Generation.IDENTITY_ALWAYS;
      case "d" -> Generation.IDENTITY_BY_DEFAULT;
      case "s" -> Generation.STORED;
      case "v" -> Generation.VIRTUAL;
      default -> Generation.NONE;
    };
    relation(row)
        .columns
        .add(new CatalogColumn(
            row.getString(2),
            row.getString(3),
            !row.getBoolean(4),
            generation,
            expression(row.getString(7)),
            row.getString(8),
            row.getString(9)));
  }

  private @Nullable String expression(@Nullable String sql) {
    return sql == null ? null : SqlCursor.withoutParentheses(sql, lexer);
  }

  void addConstraint(ResultSet row) throws SQLException {
    Relation relation = relation(row);
    String name = row.getString(2);
    String type = row.getString(3);
    String definition = row.getString(14);
    if (!row.getBoolean(16) || row.getBoolean(17) && type.equals("c")) {
      addOther("constraint detail", relation, name, definition); // NOT VALID, NO INHERIT
    } else if (row.getBoolean(18)) {
      addOther("constraint detail", relation, name, definition); // INCLUDE, WITHOUT OVERLAPS, …
    }
    CheckTime time = !row.getBoolean(4)
        ? CheckTime.STATEMENT
        : row.getBoolean(5) ? CheckTime.DEFERRED : CheckTime.DEFERRABLE;
    switch (type) {
      case "p" -> relation.primaryKey = new CatalogKey(name, strings(row, 6), true, time);
      case "u" ->
        relation.uniques.add(new CatalogKey(name, strings(row, 6), !row.getBoolean(15), time));
      case "c" ->
        relation.checks.add(new CatalogCheck(name, String.valueOf(expression(row.getString(13)))));
      case "f" ->
        relation.foreignKeys.add(new CatalogForeignKey(
            name,
            strings(row, 6),
            objectName(row.getString(7), row.getString(8)),
            strings(row, 9),
            action(row.getString(10)),
            action(row.getString(11)),
            row.getString(12).equals("f"),
            time));
      default -> addOther("exclusion constraint", relation, name, definition);
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
    Relation relation = relation(row);
    String name = row.getString(2);
    String definition = row.getString(8);
    if (!relation.isTable()) {
      addOther("index of a view", relation, name, row.getString(9));
      return;
    }
    if (!row.getBoolean(13)) {
      addOther("invalid index", relation, name, row.getString(9));
    }
    ObjectName table = relation.name;
    addStorage(
        new ObjectName(table.schema(), table.name() + "." + name),
        row.getString(14),
        row.getString(15));
    int keys = row.getInt(5);
    List<String> texts = strings(row, 6);
    List<@Nullable String> columns = stringsOrNulls(row, 7);
    List<String> included = new ArrayList<>();
    for (String column : columns.subList(keys, columns.size())) {
      included.add(String.valueOf(column)); // an expression cannot be included
    }
    relation.indexes.add(new CatalogIndex(
        name,
        row.getBoolean(3),
        row.getString(4),
        PostgresIndexText.parts(
            definition, texts.subList(0, keys), columns.subList(0, keys), lexer),
        included,
        expression(row.getString(10)),
        !row.getBoolean(11),
        row.getString(12)));
  }

  void addTrigger(ResultSet row) throws SQLException {
    Relation relation = relation(row);
    String name = row.getString(2);
    relation.triggers.add(new CatalogTrigger(name, row.getString(3)));
    if (!row.getBoolean(4)) {
      addOther("trigger state", relation, name, null);
    }
  }

  void addEnum(ResultSet row) throws SQLException {
    enums.add(new CatalogEnum(
        objectName(row.getString(1), row.getString(2)), strings(row, 4), row.getString(3)));
  }

  void addDomain(ResultSet row) throws SQLException {
    ObjectName name = objectName(row.getString(1), row.getString(2));
    List<String> names = strings(row, 7);
    List<String> conditions = strings(row, 8);
    List<CatalogCheck> checks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      checks.add(
          new CatalogCheck(names.get(i), String.valueOf(expression(conditions.get(i)))));
    }
    domains.add(new CatalogDomain(
        name,
        row.getString(4),
        !row.getBoolean(5),
        expression(row.getString(6)),
        checks,
        row.getString(3)));
    if (row.getString(9) != null) {
      addOther("domain collation", name, "COLLATE " + row.getString(9));
    }
  }

  void addSequence(ResultSet row) throws SQLException {
    ObjectName name = objectName(row.getString(1), row.getString(2));
    String ownership = row.getString(10);
    CatalogSequence sequence = new CatalogSequence(
        name,
        row.getString(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getBoolean(8),
        ownership == null ? null : objectName(row.getString(11), row.getString(12)),
        row.getString(13));
    boolean cached = row.getLong(9) != 1;
    if (!"i".equals(ownership)) {
      sequences.add(sequence);
      if (cached) {
        addOther("sequence detail", name, "CACHE " + row.getLong(9));
      }
    } else if (cached || !isUsual(sequence)) {
      addOther("identity detail", name, details(sequence) + " CACHE " + row.getLong(9));
    }
  }

  private static boolean isUsual(CatalogSequence sequence) {
    long greatest = switch (sequence.type()) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
    return sequence.start() == 1
        && sequence.increment() == 1
        && sequence.least() == 1
        && sequence.greatest() == greatest
        && !sequence.cycle();
  }

  private static String details(CatalogSequence sequence) {
    return "START WITH " + sequence.start() + " INCREMENT BY " + sequence.increment()
        + " MINVALUE " + sequence.least() + " MAXVALUE " + sequence.greatest()
        + (sequence.cycle() ? " CYCLE" : "");
  }

  void addViewUse(ResultSet row) throws SQLException {
    viewUses
        .computeIfAbsent(row.getLong(1), any -> new LinkedHashSet<>())
        .add(row.getLong(2));
  }

  void addOther(ResultSet row) throws SQLException {
    String sql = row.getString(4);
    addOther(
        row.getString(2),
        objectName(row.getString(1), row.getString(3)),
        sql == null ? null : withoutEnd(sql));
  }

  Catalog catalog() {
    List<CatalogTable> tables = new ArrayList<>();
    for (Relation relation : relations.values()) {
      if (relation.isTable()) {
        tables.add(table(relation));
      }
    }
    tables.sort(Comparator.comparing(CatalogTable::name, BY_NAME));
    sequences.sort(Comparator.comparing(CatalogSequence::name, BY_NAME));
    enums.sort(Comparator.comparing(CatalogEnum::name, BY_NAME));
    domains.sort(Comparator.comparing(CatalogDomain::name, BY_NAME));
    others.sort(Comparator.comparing(CatalogOther::kind)
        .thenComparing(CatalogOther::name, BY_NAME)
        .thenComparing(other -> String.valueOf(other.sql())));
    return new Catalog(tables, views(), sequences, enums, domains, others);
  }

  private static CatalogTable table(Relation relation) {
    relation.uniques.sort(Comparator.comparing((CatalogKey key) -> String.join("\0", key.columns()))
        .thenComparing(key -> String.valueOf(key.name())));
    relation.foreignKeys.sort(
        Comparator.comparing((CatalogForeignKey key) -> String.join("\0", key.columns()))
            .thenComparing(key -> String.valueOf(key.name())));
    relation.checks.sort(Comparator.comparing(check -> String.valueOf(check.name())));
    relation.indexes.sort(Comparator.comparing(CatalogIndex::name));
    return new CatalogTable(
        relation.name,
        relation.columns,
        relation.primaryKey,
        relation.uniques,
        relation.foreignKeys,
        relation.checks,
        relation.indexes,
        sorted(relation.triggers),
        List.of(),
        relation.comment);
  }

  private static List<CatalogTrigger> sorted(List<CatalogTrigger> triggers) {
    return triggers.stream().sorted(Comparator.comparing(CatalogTrigger::name)).toList();
  }

  /** Each view behind those that it reads, else by name. */
  private List<CatalogView> views() {
    List<Map.Entry<Long, Relation>> byName = relations.entrySet().stream()
        .filter(entry -> !entry.getValue().isTable())
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(view -> view.name, BY_NAME)))
        .toList();
    Map<Long, CatalogView> ordered = new LinkedHashMap<>();
    Set<Long> visiting = new LinkedHashSet<>();
    byName.forEach(entry -> visit(entry.getKey(), byName, visiting, ordered));
    return List.copyOf(ordered.values());
  }

  private void visit(
      Long oid,
      List<Map.Entry<Long, Relation>> byName,
      Set<Long> visiting,
      Map<Long, CatalogView> ordered) {
    if (!visiting.add(oid)) {
      return;
    }
    Set<Long> uses = viewUses.getOrDefault(oid, Set.of());
    for (Map.Entry<Long, Relation> other : byName) {
      if (uses.contains(other.getKey())) {
        visit(other.getKey(), byName, visiting, ordered);
      }
    }
    Relation view = relations.get(oid);
    if (view != null) {
      ordered.put(
          oid,
          new CatalogView(
              view.name,
              view.columns,
              String.valueOf(view.query),
              view.kind.equals("m"),
              sorted(view.triggers),
              view.comment));
    }
  }

  private static List<String> strings(ResultSet row, int index) throws SQLException {
    List<String> strings = new ArrayList<>();
    for (String each : stringsOrNulls(row, index)) {
      strings.add(String.valueOf(each));
    }
    return strings;
  }

  private static List<@Nullable String> stringsOrNulls(ResultSet row, int index)
      throws SQLException {
    Array array = row.getArray(index);
    try {
      return new ArrayList<>(Arrays.asList((@Nullable String[]) array.getArray()));
    } finally {
      array.free();
    }
  }
}
