package orm.engine.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.expression.Source;
import orm.api.schema.ForeignKeySchema;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.QueryPlan.Join;
import orm.engine.plan.QueryPlan.Pair;
import orm.engine.plan.QueryPlan.PlannedTable;

/**
 * The table instances that one query can see: its own, and those of the queries around it. A
 * reference path joins itself when it is first used.
 */
final class Scope {
  private final TableModels models;
  private final @Nullable Scope outer;
  private final int maxAliasBytes;
  private final Map<Source<?>, Instance> instances = new LinkedHashMap<>();
  private final Map<String, Integer> aliases;
  private final List<PlannedTable> tables = new ArrayList<>();

  /**
   * An instance in the query.
   *
   * @param alias its name
   * @param table its table
   * @param optional whether an outer join may leave it null
   */
  record Instance(String alias, TableModel table, boolean optional) {
    ColumnNode column(String logicalName) {
      return column(table.column(logicalName));
    }

    ColumnNode column(ColumnModel column) {
      boolean absent = column.schema().nullable() || !column.schema().subtypes().isEmpty();
      return new ColumnNode(alias, column, optional || absent);
    }

    List<ColumnNode> columns(List<String> logicalNames) {
      return logicalNames.stream().map(this::column).toList();
    }

    List<ColumnNode> key() {
      return columns(table.schema().primaryKey());
    }
  }

  Scope(TableModels models, @Nullable Scope outer, int maxAliasBytes) {
    this.models = models;
    this.outer = outer;
    this.maxAliasBytes = maxAliasBytes;
    this.aliases = outer == null ? new HashMap<>() : outer.aliases;
  }

  List<PlannedTable> tables() {
    return List.copyOf(tables);
  }

  /** Begins with a table; gives the pairs of columns that tie a path to the query around it. */
  List<Pair> begin(Source<?> from) {
    Source<?> source = rows(from);
    Source<?> parent = source.parent();
    Instance instance;
    List<Pair> ties = List.of();
    if (parent == null) {
      instance = add(source, source.name(), false, null);
    } else {
      if (outer == null) {
        throw invalid(
            "Cannot read from path " + source,
            "the table that it begins at is not in the query",
            "Read from the table itself, or use the path inside exists(…).");
      }
      Instance one = outer.instance(parent);
      instance = add(source, source.name(), false, null);
      ties = pairs(source, one, instance);
    }
    instances.put(source, instance);
    return ties;
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
    if (source.kind() == Source.Kind.INVERSE) {
      throw invalid(
          "Cannot use path " + source + " of " + table(source).entity(),
          "it leads to many rows",
          "Ask exists(from(path).where(…)) instead.");
    }
    throw invalid(
        "Cannot use a column of " + table(source).entity() + " (" + describe(source) + ")",
        "it is not in the query, which reads " + inScope(),
        "Use the instance that the query reads from, or a path that begins there.");
  }

  private Instance join(Source<?> source, Source<?> parentSource) {
    Instance parent = instance(parentSource);
    Scope owner = ownerOf(rows(parentSource));
    ForeignKeySchema key = reference(parent.table(), String.valueOf(source.name()));
    boolean optional = parent.columns(key.columns()).stream().anyMatch(ColumnNode::nullable);
    Instance target = owner.newInstance(source, source.name(), optional);
    owner.add(target, new Join(optional, pairs(source, parent, target)));
    owner.instances.put(source, target);
    return target;
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

  private Instance add(
      Source<?> source, @Nullable String wanted, boolean optional, @Nullable Join join) {
    Instance instance = newInstance(source, wanted, optional);
    add(instance, join);
    return instance;
  }

  private void add(Instance instance, @Nullable Join join) {
    tables.add(new PlannedTable(instance.alias(), instance.table(), join));
  }

  private Instance newInstance(Source<?> source, @Nullable String wanted, boolean optional) {
    TableModel table = table(source);
    return new Instance(alias(wanted == null ? table.name() : wanted), table, optional);
  }

  /**
   * Keeps names apart and within the limit of the database, which would cut them silently. Names
   * that differ in case only are one name to SQLite, quoted or not.
   */
  private String alias(String wanted) {
    String name = shortened(wanted, maxAliasBytes - 4);
    int times = aliases.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
    return times == 1 ? name : alias(name + "_" + times);
  }

  private static String shortened(String name, int bytes) {
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

  private TableModel table(Source<?> source) {
    return models.of(source.mapping());
  }

  /** A subtype is the same rows as its parent; below a root it is a root of its own. */
  private static Source<?> rows(Source<?> source) {
    Source<?> parent = source.parent();
    return source.kind() == Source.Kind.SUBTYPE && parent != null ? rows(parent) : source;
  }

  private String inScope() {
    List<String> names = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      scope.instances.forEach((source, instance) ->
          names.add(instance.table().entity() + " (" + describe(source) + ")"));
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
