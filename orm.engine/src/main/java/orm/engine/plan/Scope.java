package orm.engine.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.expression.Source;
import orm.api.query.SelectTree;
import orm.api.query.SelectTree.Join.How;
import orm.api.schema.ForeignKeySchema;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.QueryPlan.Join;
import orm.engine.plan.QueryPlan.Pair;
import orm.engine.plan.QueryPlan.PlannedTable;
import orm.engine.plan.QueryPlan.Relation;
import orm.spi.mapping.EntityMapping;

/**
 * The table instances that one query can see: its own, and those of the queries around it. A
 * reference path joins itself when it is first used.
 */
final class Scope {
  private final Statement statement;
  private final TableModels models;
  private final @Nullable Scope outer;
  private final int maxAliasBytes;
  private final Map<Source<?>, Instance> instances = new LinkedHashMap<>();
  private final Map<String, Integer> aliases;
  private final List<PlannedTable> tables = new ArrayList<>();

  /** Paths that are joined only because something of theirs is used. */
  private final Set<Source<?>> used = new HashSet<>();

  /** What filters demand of the first table. */
  private final List<PlanNode> conditions = new ArrayList<>();

  /** Whether this query sees everything. */
  private boolean lifted;

  /** Whether a join keeps rows that have no partner before it. */
  private boolean joinsKeepAll;

  /** The instance whose join condition is being planned; it is not yet among the tables. */
  private @Nullable Instance pending;

  /** An instance in the query. */
  static final class Instance {
    private final String alias;
    private final @Nullable TableModel table;

    /** The columns of the rows of a query; null for a table. */
    private final @Nullable Map<String, ColumnNode> columns;

    private boolean optional;

    Instance(String alias, @Nullable TableModel table, boolean optional) {
      this.alias = alias;
      this.table = table;
      this.columns = null;
      this.optional = optional;
    }

    Instance(String alias, Map<String, ColumnNode> columns) {
      this.alias = alias;
      this.table = null;
      this.columns = columns;
    }

    String alias() {
      return alias;
    }

    TableModel table() {
      if (table == null) {
        throw new IllegalStateException(alias + " is no table");
      }
      return table;
    }

    /** Whether an outer join may leave it null. */
    boolean optional() {
      return optional;
    }

    String describe() {
      return table == null ? alias : table.entity();
    }

    /** All columns, in the order in which a row is read. */
    List<ColumnNode> all() {
      if (table == null) {
        return rows().keySet().stream().map(this::column).toList();
      }
      return table.columns().stream().map(this::column).toList();
    }

    ColumnNode column(String logicalName) {
      if (table != null) {
        return column(table.column(logicalName));
      }
      ColumnNode column = rows().get(logicalName);
      if (column == null) {
        throw new IllegalArgumentException(alias + " has no column " + logicalName);
      }
      return new ColumnNode(alias, column.name(), column.value(), optional || column.nullable());
    }

    private Map<String, ColumnNode> rows() {
      return Objects.requireNonNull(columns);
    }

    ColumnNode column(ColumnModel column) {
      boolean absent = column.schema().nullable() || !column.schema().subtypes().isEmpty();
      return new ColumnNode(alias, column.name(), ValueType.of(column), optional || absent);
    }

    List<ColumnNode> columns(List<String> logicalNames) {
      return logicalNames.stream().map(this::column).toList();
    }

    List<ColumnNode> key() {
      return columns(table().schema().primaryKey());
    }
  }

  Scope(Statement statement, TableModels models, @Nullable Scope outer, int maxAliasBytes) {
    this(statement, models, outer, maxAliasBytes, outer == null ? new HashMap<>() : outer.aliases);
  }

  private Scope(
      Statement statement,
      TableModels models,
      @Nullable Scope outer,
      int maxAliasBytes,
      Map<String, Integer> aliases) {
    this.statement = statement;
    this.models = models;
    this.outer = outer;
    this.maxAliasBytes = maxAliasBytes;
    this.aliases = aliases;
    this.lifted = statement.filters().isLifted();
  }

  // ---- Filters

  /** Learns what becomes of the tables before the first one comes. */
  void begin(List<SelectTree.Join> joins) {
    lifted = statement.filters().isLifted();
    joinsKeepAll =
        joins.stream().anyMatch(join -> join.how() == How.RIGHT || join.how() == How.FULL);
  }

  /** Sees one instance and nothing else, for the condition of a filter. */
  Scope beside(Instance instance, EntityMapping<?, ?> mapping) {
    Scope own = new Scope(statement, models, null, maxAliasBytes, aliases);
    own.instances.put(Source.root().of(mapping), instance);
    return own;
  }

  /** A table under its own name, of a statement that has no other. */
  Instance named(TableModel table) {
    return new Instance(alias(table.name()), table, false);
  }

  /** What filters demand of the rows of an instance. */
  List<FilterCondition> filters(Instance instance, Source<?> source) {
    return lifted ? List.of() : statement.filters().on(statement, this, instance, source.mapping());
  }

  /** What filters demand of the first table. */
  List<PlanNode> conditions() {
    return List.copyOf(conditions);
  }

  /**
   * A table with what filters demand of its rows: where it is joined they are part of the join, so
   * that an outer join keeps the rows before it; where other rows are kept, they hold before any
   * join.
   */
  PlannedTable filtered(Instance instance, Source<?> source, @Nullable Join join) {
    Relation table = new Relation.Named(instance.table().name(), true);
    List<PlanNode> filters =
        filters(instance, source).stream().map(FilterCondition::condition).toList();
    if (filters.isEmpty()) {
      return new PlannedTable(instance.alias(), table, join);
    }
    if (joinsKeepAll) {
      return new PlannedTable(instance.alias(), derived(instance, table, filters), join);
    }
    if (join == null) {
      conditions.addAll(filters);
      return new PlannedTable(instance.alias(), table, null);
    }
    return new PlannedTable(instance.alias(), table, join.with(filters));
  }

  private Relation derived(Instance instance, Relation table, List<PlanNode> filters) {
    PlannedTable alone = new PlannedTable(instance.alias(), table, null);
    statement.reads(List.of(alone));
    List<ColumnNode> columns = instance.all();
    return new Relation.Derived(
        QueryPlan.rows(List.of(alone), filters).withResult(List.copyOf(columns)),
        columns.stream().map(ColumnNode::name).toList());
  }

  List<PlannedTable> tables() {
    return List.copyOf(tables);
  }

  @Nullable
  Scope outer() {
    return outer;
  }

  /** Begins with a table; gives the pairs of columns that tie a path to the query around it. */
  List<Pair> begin(Source<?> from) {
    Source<?> source = rows(from);
    Source<?> parent = source.parent();
    if (parent == null) {
      add(source, null);
      return List.of();
    }
    if (outer == null) {
      throw invalid(
          "Cannot read from path " + source,
          "the table that it begins at is not in the query",
          "Read from the table itself, or use the path inside exists(…) or many(…).");
    }
    return beginPath(source, outer.instance(parent));
  }

  /**
   * Makes the table known that a statement writes to. It goes by its own name, whatever the user
   * calls it: not every database knows another one in all clauses.
   */
  Instance target(Source<?> wanted) {
    TableModel table = table(rows(wanted));
    Instance instance = new Instance(alias(table.name()), table, false);
    register(wanted, instance);
    return instance;
  }

  /** Begins at the end of a path whose beginning is elsewhere. */
  List<ColumnNode> beginApart(Source<?> from) {
    Source<?> source = rows(from);
    return beginPath(source, null).stream().map(Pair::right).toList();
  }

  private List<Pair> beginPath(Source<?> source, @Nullable Instance parent) {
    Instance instance = add(source, null);
    if (source.kind() == Source.Kind.LINK) {
      Instance link = newLink(source);
      List<ColumnNode> targetKey = instance.key();
      List<Pair> on = new ArrayList<>();
      for (int i = 0; i < targetKey.size(); i++) {
        on.add(new Pair(
            targetKey.get(i), linkColumn(link, source.link().right().get(i), targetKey.get(i))));
      }
      tables.add(new PlannedTable(
          link.alias(),
          new Relation.Named(models.databaseName(source.link().table()), true),
          new Join(How.INNER, on, null, false)));
      List<ColumnNode> parentKey = (parent == null ? apart(source) : parent).key();
      List<Pair> ties = new ArrayList<>();
      for (int i = 0; i < parentKey.size(); i++) {
        ColumnNode left = parentKey.get(i);
        ties.add(new Pair(left, linkColumn(link, source.link().left().get(i), left)));
      }
      return ties;
    }
    if (parent != null) {
      return pairs(source, parent, instance);
    }
    List<ColumnNode> right = source.kind() == Source.Kind.INVERSE
        ? instance.columns(
            reference(instance.table(), String.valueOf(source.name())).columns())
        : instance.key();
    return right.stream().map(column -> new Pair(column, column)).toList();
  }

  /** The beginning of a path, which is not in this query, for the types of its key. */
  private Instance apart(Source<?> path) {
    return new Instance("", table(rows(Objects.requireNonNull(path.parent()))), false);
  }

  private Instance newLink(Source<?> source) {
    return new Instance(alias(models.databaseName(source.link().table())), null, false);
  }

  private ColumnNode linkColumn(Instance link, String logicalName, ColumnNode like) {
    return new ColumnNode(link.alias(), models.databaseName(logicalName), like.value(), false);
  }

  /** Begins with, or joins, a table. */
  Instance add(Source<?> wanted, @Nullable Join join) {
    Source<?> source = rows(wanted);
    Instance instance = newInstance(source, false);
    register(source, instance);
    add(instance, source, join);
    return instance;
  }

  /** Begins with, or joins, the rows of a query. */
  Instance addRows(Source<?> source, Relation relation, Map<String, ColumnNode> columns) {
    Instance instance = rowsInstance(source, columns);
    register(source, instance);
    tables.add(new PlannedTable(instance.alias(), relation, null));
    return instance;
  }

  Instance rowsInstance(Source<?> source, Map<String, ColumnNode> columns) {
    String wanted = String.valueOf(source.name());
    return source.isEntity()
        ? new Instance(alias(wanted), table(source), false)
        : new Instance(alias(wanted), columns);
  }

  /** Makes an instance known before its join is complete, so that its condition can use it. */
  void register(Source<?> source, Instance instance) {
    if (instances.putIfAbsent(rows(source), instance) != null) {
      throw invalid(
          "Cannot read " + instance.describe() + " (" + describe(source) + ") twice",
          "it is in the query already",
          "Give the second one another name with as(…).");
    }
  }

  void joining(@Nullable Instance instance) {
    pending = instance;
  }

  void add(PlannedTable table) {
    tables.add(table);
  }

  /** An outer join may now leave every table before null. */
  void allOptional() {
    instances.values().forEach(instance -> instance.optional = true);
  }

  static void makeOptional(Instance instance) {
    instance.optional = true;
  }

  static void makeRequired(Instance instance) {
    instance.optional = false;
  }

  /** Joins the rows that a to-many path leads to. */
  Instance joinPath(Source<?> wanted, How how) {
    Source<?> source = rows(wanted);
    Source<?> parentSource = source.parent();
    if (parentSource == null) {
      throw invalid(
          "Cannot join " + table(source).entity() + " without a condition",
          "it is no path from a table of the query",
          "Say join(table, condition), or crossJoin(table).");
    }
    Instance parent = instance(parentSource);
    boolean optional = how == How.LEFT;
    How kind = optional ? How.LEFT : How.INNER;
    Instance target = newInstance(source, false);
    if (source.kind() == Source.Kind.LINK) {
      Instance link = newLink(source);
      List<Pair> first = new ArrayList<>();
      for (int i = 0; i < parent.key().size(); i++) {
        ColumnNode key = parent.key().get(i);
        first.add(new Pair(key, linkColumn(link, source.link().left().get(i), key)));
      }
      tables.add(new PlannedTable(
          link.alias(),
          new Relation.Named(models.databaseName(source.link().table()), true),
          new Join(kind, first, optional ? leadsToVisible(source, link) : null, false)));
      List<Pair> second = new ArrayList<>();
      for (int i = 0; i < target.key().size(); i++) {
        ColumnNode key = target.key().get(i);
        second.add(new Pair(linkColumn(link, source.link().right().get(i), key), key));
      }
      add(target, source, new Join(kind, second, null, false));
    } else {
      add(target, source, new Join(kind, pairs(source, parent, target), null, false));
    }
    target.optional = optional;
    register(source, target);
    return target;
  }

  /**
   * That a link leads to a row that no filter hides; else the outer join would give a row for each
   * hidden one. Null where nothing is filtered.
   */
  private @Nullable PlanNode leadsToVisible(Source<?> path, Instance link) {
    Instance end = newInstance(path, false);
    List<FilterCondition> filters = filters(end, path);
    if (filters.isEmpty()) {
      return null;
    }
    List<PlanNode> where = new ArrayList<>();
    List<ColumnNode> key = end.key();
    for (int i = 0; i < key.size(); i++) {
      ColumnNode column = linkColumn(link, path.link().right().get(i), key.get(i));
      where.add(new Pair(key.get(i), column).equal());
    }
    filters.forEach(filter -> where.add(filter.condition()));
    PlannedTable alone =
        new PlannedTable(end.alias(), new Relation.Named(end.table().name(), true), null);
    return PlanNode.CallNode.exists(QueryPlan.rows(List.of(alone), where));
  }

  /** The instance that a source stands for, joined now if it is a reference path. */
  Instance instance(Source<?> wanted) {
    Source<?> source = rows(wanted);
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Instance known = scope.instances.get(source);
      if (known != null) {
        return known;
      }
    }
    if (source.kind() == Source.Kind.REFERENCE && source.parent() != null) {
      return join(source, source.parent());
    }
    if (source.kind() == Source.Kind.INVERSE || source.kind() == Source.Kind.LINK) {
      throw invalid(
          "Cannot use path " + source + " of " + table(source).entity(),
          "it leads to many rows",
          "Join it, nest it with many(…), or ask path.any(…).");
    }
    throw invalid(
        "Cannot use a column of "
            + (source.isEntity() ? table(source).entity() : "the rows")
            + " ("
            + describe(source)
            + ")",
        "it is not in the query, which reads " + inScope(),
        "Use the instance that the query reads from, join it, or use a path that begins there.");
  }

  private Instance join(Source<?> source, Source<?> parentSource) {
    Instance parent = instance(parentSource);
    if (parent.equals(pending)) {
      throw invalid(
          "Cannot use path " + source + " in the condition that joins " + parent.describe(),
          "the path begins at the table that is being joined",
          "Move the condition to where(…), or join the end of the path by hand.");
    }
    Scope owner = ownerOf(rows(parentSource));
    ForeignKeySchema key = reference(parent.table(), String.valueOf(source.name()));
    boolean optional = parent.columns(key.columns()).stream().anyMatch(ColumnNode::nullable);
    Instance target = owner.newInstance(source, optional);
    owner.add(
        target,
        source,
        new Join(optional ? How.LEFT : How.INNER, pairs(source, parent, target), null, false));
    owner.instances.put(source, target);
    owner.used.add(source);
    return target;
  }

  /**
   * Finds a key column of the row that a reference leads to where the reference itself holds it, so
   * that no join is needed. Not where the row was joined on purpose, and may be there alone.
   */
  @Nullable
  ColumnNode heldKey(Source<?> path, String column) {
    Source<?> parentSource = path.parent();
    if (path.kind() != Source.Kind.REFERENCE || parentSource == null || path.query() != null) {
      return null;
    }
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.instances.containsKey(path) && !scope.used.contains(path)) {
        return null;
      }
    }
    int index = table(path).schema().primaryKey().indexOf(column);
    if (index < 0) {
      return null;
    }
    Instance parent = instance(parentSource);
    ForeignKeySchema key = reference(parent.table(), String.valueOf(path.name()));
    return parent.column(key.columns().get(index));
  }

  private Scope ownerOf(Source<?> source) {
    Scope scope = this;
    while (!scope.instances.containsKey(source) && scope.outer != null) {
      scope = scope.outer;
    }
    return scope;
  }

  /** Which columns of {@code one} and of the instance at the end of the path must be equal. */
  private static List<Pair> pairs(Source<?> path, Instance one, Instance end) {
    String component = String.valueOf(path.name());
    List<ColumnNode> left;
    List<ColumnNode> right;
    if (path.kind() == Source.Kind.INVERSE) {
      right = end.columns(reference(end.table(), component).columns());
      left = one.key();
    } else {
      left = one.columns(reference(one.table(), component).columns());
      right = end.key();
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      pairs.add(new Pair(left.get(i), right.get(i)));
    }
    return pairs;
  }

  private static ForeignKeySchema reference(TableModel table, String component) {
    return table
        .schema()
        .foreignKey(component)
        .orElseThrow(
            () -> new IllegalArgumentException(table.entity() + " has no reference " + component));
  }

  private void add(Instance instance, Source<?> source, @Nullable Join join) {
    tables.add(filtered(instance, source, join));
  }

  Instance newInstance(Source<?> source, boolean optional) {
    TableModel table = table(source);
    String wanted = source.name(); // that of an inverse path names the other end
    boolean own = wanted != null && source.kind() != Source.Kind.INVERSE;
    return new Instance(alias(own ? String.valueOf(wanted) : table.name()), table, optional);
  }

  /**
   * Keeps names apart and within the limit of the database, which would cut them silently. Names
   * that differ in case only are one name to SQLite, quoted or not.
   */
  String alias(String wanted) {
    if (wanted.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
      throw invalid(
          "Cannot use an alias that is no text",
          "it holds U+0000 or half of a pair of surrogates", // which shortening might hide
          "Leave such characters out.");
    }
    String name = shortened(wanted, maxAliasBytes - 4);
    int times = aliases.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
    return times == 1 ? name : alias(name + "_" + times);
  }

  static String shortened(String name, int bytes) {
    if (name.getBytes(StandardCharsets.UTF_8).length <= bytes) {
      return name;
    }
    String hash = Integer.toHexString(name.hashCode());
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length
        > bytes - hash.length() - 1) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + "_" + hash;
  }

  TableModel table(Source<?> source) {
    return models.of(source.mapping());
  }

  /** A subtype is the same rows as its parent; below a root it is a root of its own. */
  static Source<?> rows(Source<?> source) {
    Source<?> parent = source.parent();
    return source.kind() == Source.Kind.SUBTYPE && parent != null ? rows(parent) : source;
  }

  private String inScope() {
    List<String> names = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      scope.instances.forEach(
          (source, instance) -> names.add(instance.describe() + " (" + describe(source) + ")"));
    }
    return String.join(", ", names);
  }

  private static String describe(Source<?> source) {
    return source.kind() == Source.Kind.ROOT ? "under its own name" : "as " + source;
  }

  static InvalidQueryException invalid(String what, String why, String fix) {
    return new InvalidQueryException(
        Failure.of(ErrorCode.INVALID_QUERY, what).because(why).fix(fix));
  }
}
