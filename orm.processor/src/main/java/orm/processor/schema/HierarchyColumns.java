package orm.processor.schema;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;
import orm.processor.model.Component;
import orm.processor.model.HierarchyModel;
import orm.processor.model.SubtypeModel;

/** Makes the columns of a table that several records share. */
final class HierarchyColumns {
  private HierarchyColumns() {}

  /** The discriminator, the columns that all records have, then those of each. */
  static List<ColumnSchema> of(HierarchyModel hierarchy) {
    List<ColumnSchema> columns = new ArrayList<>();
    columns.add(discriminator(hierarchy));
    for (Component component : hierarchy.components()) {
      List<String> labels = hierarchy.labels(component.name());
      boolean everywhere = labels.size() == hierarchy.subtypes().size();
      for (int i = 0; i < component.columns().size(); i++) {
        columns.add(merged(
            component.columns().get(i),
            nullableSomewhere(hierarchy, component.name(), i),
            everywhere ? List.of() : labels));
      }
    }
    return columns;
  }

  private static ColumnSchema discriminator(HierarchyModel hierarchy) {
    List<String> labels = hierarchy.subtypes().stream().map(SubtypeModel::label).toList();
    return ColumnSchema.of(
        hierarchy.discriminator(),
        hierarchy.discriminatorField(),
        ColumnType.enumeration(null, labels),
        false);
  }

  private static boolean nullableSomewhere(HierarchyModel hierarchy, String component, int column) {
    return hierarchy.subtypes().stream()
        .flatMap(subtype -> subtype.record().component(component).stream())
        .anyMatch(it -> it.columns().get(column).nullable());
  }

  private static ColumnSchema merged(ColumnSchema column, boolean nullable, List<String> subtypes) {
    return new ColumnSchema(
        column.name(),
        column.component(),
        column.type(),
        nullable,
        column.origin(),
        column.sequence(),
        column.defaultSql(),
        column.role(),
        column.sensitive(),
        subtypes,
        column.renamedFrom());
  }
}
