package orm.dialect.postgres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogDomain;
import orm.api.catalog.CatalogEnum;
import orm.api.catalog.CatalogOther;
import orm.api.catalog.CatalogSequence;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogView;
import orm.api.catalog.ObjectName;
import orm.spi.sql.SqlCursor;
import orm.spi.sql.SqlLexer;

/**
 * The objects of some schemas while they are read: rows come in, values go out. The columns of the
 * rows are those of {@link CatalogQueries}.
 */
final class CatalogReading {
  private static final Comparator<ObjectName> BY_NAME = Comparator.comparing(
          (ObjectName name) -> name.schema() == null ? "" : name.schema())
      .thenComparing(ObjectName::name);

  private final SqlLexer lexer;

  /** The schema whose objects have names without one; null for none. */
  private final @Nullable String unnamed;

  private final Map<Long, RelationReading> relations = new LinkedHashMap<>();
  private final Map<Long, Set<Long>> viewUses = new LinkedHashMap<>();
  private final List<CatalogSequence> sequences = new ArrayList<>();
  private final List<CatalogEnum> enums = new ArrayList<>();
  private final List<CatalogDomain> domains = new ArrayList<>();
  private final List<CatalogOther> others = new ArrayList<>();

  CatalogReading(SqlLexer lexer, @Nullable String unnamed) {
    this.lexer = lexer;
    this.unnamed = unnamed;
  }

  SqlLexer lexer() {
    return lexer;
  }

  ObjectName objectName(String schema, String name) {
    return new ObjectName(schema.equals(unnamed) ? null : schema, name);
  }

  @Nullable
  String expression(@Nullable String sql) {
    return sql == null ? null : SqlCursor.withoutParentheses(sql, lexer);
  }

  static String withoutEnd(String statement) {
    String stripped = statement.strip();
    return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  void addRelation(ResultSet row) throws SQLException {
    relations.put(row.getLong(1), new RelationReading(this, row));
  }

  /** What a row is about. */
  RelationReading relation(ResultSet row) throws SQLException {
    RelationReading relation = relations.get(row.getLong(1));
    if (relation == null) {
      throw new SQLException("the schema changed while it was read; read it again");
    }
    return relation;
  }

  void addOther(String kind, ObjectName name, @Nullable String sql) {
    others.add(new CatalogOther(kind, name, sql));
  }

  void addOther(ResultSet row) throws SQLException {
    String sql = row.getString(4);
    addOther(
        row.getString(2),
        objectName(row.getString(1), row.getString(3)),
        sql == null ? null : withoutEnd(sql));
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
          new CatalogCheck(names.get(i), SqlCursor.withoutParentheses(conditions.get(i), lexer)));
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
    String ownership = row.getString(10);
    CatalogSequence sequence = new CatalogSequence(
        objectName(row.getString(1), row.getString(2)),
        row.getString(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getBoolean(8),
        ownership == null ? null : objectName(row.getString(11), row.getString(12)),
        row.getString(13));
    long cache = row.getLong(9);
    if (!"i".equals(ownership)) {
      sequences.add(sequence);
      if (cache != 1) {
        addOther("sequence detail", sequence.name(), "CACHE " + cache);
      }
    } else if (cache != 1 || !isUsual(sequence)) {
      addOther("identity detail", sequence.name(), details(sequence) + " CACHE " + cache);
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
    viewUses.computeIfAbsent(row.getLong(1), any -> new LinkedHashSet<>()).add(row.getLong(2));
  }

  Catalog catalog() {
    List<CatalogTable> tables = new ArrayList<>();
    for (RelationReading relation : relations.values()) {
      if (relation.isTable()) {
        tables.add(relation.table());
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

  /** Each view behind those that it reads, else by name. */
  private List<CatalogView> views() {
    Map<Long, RelationReading> byName = new LinkedHashMap<>();
    relations.entrySet().stream()
        .filter(entry -> !entry.getValue().isTable())
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(RelationReading::name, BY_NAME)))
        .forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
    Set<Long> visited = new LinkedHashSet<>();
    List<CatalogView> ordered = new ArrayList<>();
    byName.keySet().forEach(view -> visit(view, byName, visited, ordered));
    return ordered;
  }

  private void visit(
      Long oid, Map<Long, RelationReading> byName, Set<Long> visited, List<CatalogView> ordered) {
    if (!visited.add(oid)) {
      return;
    }
    Set<Long> uses = viewUses.getOrDefault(oid, Set.of());
    for (Map.Entry<Long, RelationReading> view : byName.entrySet()) {
      if (uses.contains(view.getKey())) {
        visit(view.getKey(), byName, visited, ordered);
      }
    }
    RelationReading view = byName.get(oid);
    if (view != null) {
      ordered.add(view.view());
    }
  }

  static List<String> strings(ResultSet row, int index) throws SQLException {
    return stringsOrNulls(row, index).stream().map(String::valueOf).toList();
  }

  static List<@Nullable String> stringsOrNulls(ResultSet row, int index) throws SQLException {
    Array array = row.getArray(index);
    try {
      List<@Nullable String> strings = new ArrayList<>();
      Collections.addAll(strings, (@Nullable String[]) array.getArray());
      return strings;
    } finally {
      array.free();
    }
  }
}
