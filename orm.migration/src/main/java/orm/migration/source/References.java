package orm.migration.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CheckTime;
import orm.api.catalog.ObjectName;
import orm.api.schema.Naming;

/** Makes the components of records: references where foreign keys lead to keys, else values. */
final class References {
  private final Map<ObjectName, TableDraft> entities;
  private final Map<String, String> chosen;
  private final LogicalNames names;
  private final Notes notes;

  /** By entity, those that its key leads to: a key that led to itself would never end. */
  private final Map<TableDraft, Set<TableDraft>> keys = new HashMap<>();

  References(
      Map<ObjectName, TableDraft> entities,
      Map<String, String> chosen,
      LogicalNames names,
      Notes notes) {
    this.entities = entities;
    this.chosen = chosen;
    this.names = names;
    this.notes = notes;
  }

  void read(TableDraft draft) {
    Map<String, ComponentDraft> byColumn = new HashMap<>();
    for (CatalogForeignKey key : draft.table.foreignKeys()) {
      String why = reference(draft, key, byColumn);
      if (why != null) {
        notes.add(
            draft.table,
            String.join(", ", key.columns()),
            "its foreign key to " + key.target() + " is not said: " + why);
      }
    }
    for (ColumnDraft column : draft.columns) {
      ComponentDraft component = byColumn.computeIfAbsent(
          column.name(), name -> ComponentDraft.value(column, draft.key().contains(name)));
      if (!draft.components.contains(component)) {
        draft.components.add(component);
      }
    }
  }

  /** Makes a reference, or tells why there is none. */
  private @Nullable String reference(
      TableDraft draft, CatalogForeignKey key, Map<String, ComponentDraft> byColumn) {
    TableDraft target = entities.get(key.target());
    if (target == null) {
      return "that is no entity";
    }
    if (!Set.copyOf(key.targetColumns()).equals(Set.copyOf(target.key()))) {
      return "it leads to other columns than the primary key";
    }
    List<ColumnDraft> columns = new ArrayList<>();
    for (ColumnDraft keyColumn : target.columns) {
      int at = key.targetColumns().indexOf(keyColumn.name());
      if (at >= 0) {
        Optional<ColumnDraft> column = draft.column(key.columns().get(at));
        if (column.isEmpty() || byColumn.containsKey(column.get().name())) {
          return column.isEmpty()
              ? "a column was left out"
              : "a column belongs to another reference";
        }
        if (!column.get().type().equals(keyColumn.type())) {
          return "its type is not that of the key";
        }
        if (column.get().column().generation() != Generation.NONE) {
          return "the database makes its values";
        }
        columns.add(column.get());
      }
    }
    boolean id = draft.key().contains(columns.get(0).name());
    if (columns.stream().anyMatch(each -> draft.key().contains(each.name()) != id)) {
      return "a part of it is in the primary key and another one is not";
    }
    if (columns.stream()
        .anyMatch(each -> each.column().nullable() != columns.get(0).column().nullable())) {
      return "a part of it may be null and another one may not";
    }
    if (id && !keyMayLeadTo(draft, target)) {
      return "the primary key would lead to itself";
    }
    if (columns.size() > 1 && prefix(columns, target).isEmpty()) {
      return "its columns are not named after those of the key, with one word before";
    }
    ComponentDraft component = ComponentDraft.reference(columns, target, key, id);
    columns.forEach(column -> byColumn.put(column.name(), component));
    mark(draft, component, key);
    return null;
  }

  private boolean keyMayLeadTo(TableDraft draft, TableDraft target) {
    if (reaches(target, draft, new HashSet<>())) {
      return false;
    }
    keys.computeIfAbsent(draft, unused -> new HashSet<>()).add(target);
    return true;
  }

  private boolean reaches(TableDraft from, TableDraft to, Set<TableDraft> seen) {
    return from == to
        || (seen.add(from)
            && keys.getOrDefault(from, Set.of()).stream()
                .anyMatch(next -> reaches(next, to, seen)));
  }

  /** What a composite reference must be called for its columns to have their names. */
  private static Optional<String> prefix(List<ColumnDraft> columns, TableDraft target) {
    Set<String> found = new HashSet<>();
    List<ColumnDraft> key = target.columns.stream()
        .filter(column -> target.key().contains(column.name()))
        .toList();
    for (int i = 0; i < columns.size(); i++) {
      String end = "_" + key.get(i).logical();
      String name = columns.get(i).logical();
      if (!name.endsWith(end) || name.length() == end.length()) {
        return Optional.empty();
      }
      found.add(name.substring(0, name.length() - end.length()));
    }
    String prefix = found.iterator().next();
    String name = JavaNames.component(prefix);
    return found.size() == 1
            && Naming.snakeCase(name).equals(prefix)
            && !JavaNames.OF_TABLES.contains(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private void mark(TableDraft draft, ComponentDraft component, CatalogForeignKey key) {
    List<UnaryOperator<String>> arguments = new ArrayList<>();
    name(draft, key).ifPresent(name -> arguments.add(type -> "name = " + SourceText.literal(name)));
    if (canBeSaid(draft, component, key, "ON DELETE ", key.onDelete())) {
      arguments.add(type -> "onDelete = " + type + ".OnDelete." + key.onDelete());
    }
    if (canBeSaid(draft, component, key, "ON UPDATE ", key.onUpdate())) {
      arguments.add(type -> "onUpdate = " + type + ".OnUpdate." + key.onUpdate());
    }
    if (key.checkTime() != CheckTime.STATEMENT) {
      boolean deferred = key.checkTime() == CheckTime.DEFERRED;
      arguments.add(type -> (deferred ? "deferred" : "deferrable") + " = true");
    }
    String columns = String.join(", ", key.columns());
    if (key.matchFull()) {
      notes.add(draft.table, columns, "MATCH FULL of its foreign key is not said");
    }
    if (defaultSql(component).isPresent()) {
      component.marks.add(imports -> imports.annotation("Default") + "("
          + SourceText.literal(defaultSql(component).orElseThrow()) + ")");
    } else if (component.columns.stream().anyMatch(column -> column.column().sql() != null)) {
      notes.add(draft.table, columns, "its default is not said");
    }
    if (!arguments.isEmpty()) {
      component.marks.add(imports -> {
        String annotation = imports.annotation("ForeignKey");
        return arguments.stream()
            .map(argument -> argument.apply(annotation.substring(1)))
            .collect(Collectors.joining(", ", annotation + "(", ")"));
      });
    }
  }

  /** The default that the annotation of a reference can hold. */
  private static Optional<String> defaultSql(ComponentDraft component) {
    return component.columns.size() == 1
        ? Optional.ofNullable(component.first().column().sql()).filter(ValueMarks::isPlain)
        : Optional.empty();
  }

  /** The logical name of a foreign key that has not the usual one. */
  private Optional<String> name(TableDraft draft, CatalogForeignKey key) {
    String there = key.name();
    String usual = draft.logical + "_" + draft.joined(key.columns()) + "_fkey";
    if (there == null || names.matches(usual, there)) {
      return Optional.empty();
    }
    Optional<String> name = names.of(there).filter(draft.constraints::take);
    if (name.isEmpty()) {
      notes.add(
          draft.table,
          String.join(", ", key.columns()),
          "the name " + there + " of its foreign key is not said");
    }
    return name;
  }

  /** Whether the annotation has something to say; what it cannot say is told. */
  private boolean canBeSaid(
      TableDraft draft,
      ComponentDraft component,
      CatalogForeignKey key,
      String when,
      Action action) {
    boolean possible = switch (action) {
      case NO_ACTION, RESTRICT, CASCADE -> true;
      case SET_NULL -> component.nullable();
      case SET_DEFAULT -> defaultSql(component).isPresent();
    };
    if (!possible) {
      notes.add(
          draft.table, String.join(", ", key.columns()), when + words(action) + " is not said");
    }
    return possible && action != Action.NO_ACTION;
  }

  static String words(Action action) {
    return action.name().replace('_', ' ');
  }

  /** Names the components: those whose names are fixed first. */
  void name(TableDraft draft) {
    for (ComponentDraft component : draft.components) {
      String name =
          chosen.get(draft.table.name().name() + "." + component.first().name());
      if (component.columns.size() > 1) {
        component.name = prefix(component.columns, targetOf(component)).orElseThrow();
      } else if (name != null) {
        component.name = name;
      }
      if (!component.name.isEmpty() && !isFree(draft, component, component.name)) {
        throw new IllegalArgumentException("'" + component.name + "' cannot name "
            + draft.table.name() + "." + component.first().name() + ": the name is taken");
      }
      take(draft, component);
    }
    for (ComponentDraft component : draft.components) {
      if (component.name.isEmpty()) {
        String wanted = component.isReference()
            ? JavaNames.reference(component.first().name())
            : JavaNames.component(component.first().name());
        String base = component.isReference() && JavaNames.OF_TABLES.contains(wanted)
            ? wanted + "Ref"
            : wanted;
        component.name = base;
        for (int number = 2; !isFree(draft, component, component.name); number++) {
          component.name = base + number;
        }
        take(draft, component);
      }
    }
  }

  private static TableDraft targetOf(ComponentDraft component) {
    TableDraft target = component.target;
    if (target == null) {
      throw new IllegalStateException("no reference: " + component.name);
    }
    return target;
  }

  private static boolean isFree(TableDraft draft, ComponentDraft component, String name) {
    return draft.fields.isFree(name) && (!component.isReference() || draft.methods.isFree(name));
  }

  private static void take(TableDraft draft, ComponentDraft component) {
    if (!component.name.isEmpty()) {
      boolean field = draft.fields.take(component.name);
      boolean method = !component.isReference() || draft.methods.take(component.name);
      if (!field || !method) {
        throw new IllegalStateException("taken: " + component.name);
      }
    }
  }
}
