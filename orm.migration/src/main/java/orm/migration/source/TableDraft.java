package orm.migration.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogTable;

/** A table on its way to a record. */
final class TableDraft {
  final CatalogTable table;
  final String logical;
  final String type;
  final List<ColumnDraft> columns;

  /** The checks that the types of the columns say already. */
  final Set<CatalogCheck> said = new HashSet<>();

  final List<ComponentDraft> components = new ArrayList<>();
  final List<ComponentDraft.Mark> marks = new ArrayList<>();

  /** Columns and keys are fields of the generated class, paths are methods; links are both. */
  final TakenNames fields = new TakenNames(false);

  final TakenNames methods = new TakenNames(false);

  final TakenNames constraints = new TakenNames(false);

  TableDraft(CatalogTable table, String logical, String type, List<ColumnDraft> columns) {
    this.table = table;
    this.logical = logical;
    this.type = type;
    this.columns = List.copyOf(columns);
    JavaNames.OF_OBJECTS.forEach(methods::take);
    JavaNames.OF_TABLES.forEach(methods::take);
    JavaNames.OF_OBJECTS.forEach(fields::take);
  }

  List<String> key() {
    return table.primaryKey() == null ? List.of() : table.primaryKey().columns();
  }

  Optional<ColumnDraft> column(String name) {
    return columns.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The component that holds exactly these columns. */
  Optional<ComponentDraft> component(List<String> names) {
    return components.stream().filter(each -> each.holds(names)).findFirst();
  }

  /** The components that hold these columns, one after the other; empty if there are none. */
  Optional<List<String>> components(List<String> names) {
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < names.size()) {
      int begin = at;
      Optional<ComponentDraft> next = components.stream()
          .filter(each -> each.columns.stream()
              .map(ColumnDraft::name)
              .toList()
              .equals(names.subList(begin, Math.min(names.size(), begin + each.columns.size()))))
          .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      found.add(next.get().name);
      at += next.get().columns.size();
    }
    return Optional.of(found);
  }

  /** The logical names of columns, as they stand in names of constraints. */
  String joined(List<String> names) {
    return String.join(
        "_", names.stream().map(name -> column(name).orElseThrow().logical()).toList());
  }
}
