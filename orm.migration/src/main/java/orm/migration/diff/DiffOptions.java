package orm.migration.diff;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import orm.api.catalog.Catalog;
import orm.api.catalog.ObjectName;
import orm.api.schema.ColumnSchema;
import orm.api.schema.Naming;
import orm.api.schema.TableSchema;

/**
 * What a comparison should know besides the two catalogs. Immutable.
 *
 * @param tables tables that were renamed: the name before, with the name after
 * @param columns columns that were renamed: by the table's name after, the name before with the
 *     name after
 * @param kept the kinds of objects that stay where only the first database has them
 * @param ignored objects that are nobody's business here, such as the history of migrations
 */
public record DiffOptions(
    Map<ObjectName, ObjectName> tables,
    Map<ObjectName, Map<String, String>> columns,
    Set<Kind> kept,
    Set<ObjectName> ignored) {

  /** Kinds of objects that may be there without being wished for. */
  public enum Kind {
    /** Tables. */
    TABLE,
    /** Views. */
    VIEW,
    /** Sequences. */
    SEQUENCE,
    /** Enum types and domains. */
    TYPE,
    /** Triggers. */
    TRIGGER,
    /** Indexes. */
    INDEX,
    /** Comments. */
    COMMENT
  }

  /** Copies the maps and sets. */
  public DiffOptions {
    tables = Map.copyOf(tables);
    Map<ObjectName, Map<String, String>> copy = new HashMap<>();
    columns.forEach((table, names) -> copy.put(table, Map.copyOf(names)));
    columns = Map.copyOf(copy);
    kept = Set.copyOf(kept);
    ignored = Set.copyOf(ignored);
  }

  /** {@return the options for two databases that shall become equal} */
  public static DiffOptions exact() {
    return new DiffOptions(Map.of(), Map.of(), Set.of(), Set.of());
  }

  /**
   * {@return the options for a database and a model, which knows nothing of views, triggers and
   * comments, nor of the tables of others}
   */
  public static DiffOptions model() {
    Set<Kind> kept = EnumSet.allOf(Kind.class);
    kept.remove(Kind.INDEX);
    return exact().keeping(kept);
  }

  /**
   * Makes the options for a database and a model with what {@code @RenamedFrom} says in it.
   *
   * @param tables the tables of the model
   * @param naming how names of the model become names of the database
   * @return the options; {@link #notYetMade} leaves out what has come true
   */
  public static DiffOptions model(Collection<TableSchema> tables, Naming naming) {
    DiffOptions options = model();
    for (TableSchema table : tables) {
      ObjectName name = ObjectName.of(naming.apply(table.name()));
      String old = table.renamedFrom();
      if (old != null) {
        options = options.renamed(ObjectName.of(naming.apply(old)), name);
      }
      for (ColumnSchema column : table.columns()) {
        String oldColumn = column.renamedFrom();
        if (oldColumn != null) {
          options = options.renamed(name, naming.apply(oldColumn), naming.apply(column.name()));
        }
      }
    }
    return options;
  }

  /** A copy that keeps these kinds of objects where only the first database has them. */
  public DiffOptions keeping(Set<Kind> kinds) {
    return new DiffOptions(tables, columns, kinds, ignored);
  }

  /** A copy that ignores these objects. */
  public DiffOptions ignoring(Set<ObjectName> objects) {
    return new DiffOptions(tables, columns, kept, objects);
  }

  /** A copy with one more renamed table. */
  public DiffOptions renamed(ObjectName before, ObjectName after) {
    Map<ObjectName, ObjectName> more = new HashMap<>(tables);
    more.put(before, after);
    return new DiffOptions(more, columns, kept, ignored);
  }

  /** A copy with one more renamed column. */
  public DiffOptions renamed(ObjectName tableAfter, String before, String after) {
    Map<ObjectName, Map<String, String>> more = new HashMap<>(columns);
    Map<String, String> names = new HashMap<>(more.getOrDefault(tableAfter, Map.of()));
    names.put(before, after);
    more.put(tableAfter, names);
    return new DiffOptions(tables, more, kept, ignored);
  }

  /** A copy with a suggestion accepted. */
  public DiffOptions accepting(RenameSuggestion suggestion) {
    String column = suggestion.column();
    return column == null
        ? renamed(suggestion.table(), new ObjectName(suggestion.table().schema(), suggestion.to()))
        : renamed(suggestion.table(), column, suggestion.to());
  }

  /**
   * A copy without the renamings that have been made already, or never can be: what
   * {@code @RenamedFrom} says stays in a program long after its database has changed.
   */
  public DiffOptions notYetMade(Catalog before) {
    Map<ObjectName, ObjectName> tablesLeft = new HashMap<>(tables);
    tablesLeft
        .entrySet()
        .removeIf(entry -> before.table(entry.getKey()).isEmpty()
            || before.table(entry.getValue()).isPresent());
    Map<ObjectName, Map<String, String>> columnsLeft = new HashMap<>();
    columns.forEach((table, names) -> {
      ObjectName old = tablesLeft.entrySet().stream()
          .filter(entry -> entry.getValue().equals(table))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(table);
      Map<String, String> left = new HashMap<>(names);
      before
          .table(old)
          .ifPresent(there -> left.values().removeIf(name -> there.column(name).isPresent()));
      columnsLeft.put(table, left);
    });
    return new DiffOptions(tablesLeft, columnsLeft, kept, ignored);
  }

  boolean keeps(Kind kind) {
    return kept.contains(kind);
  }
}
