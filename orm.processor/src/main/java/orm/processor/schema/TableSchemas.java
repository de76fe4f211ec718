package orm.processor.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.api.schema.CheckSchema;
import orm.api.schema.ColumnSchema;
import orm.api.schema.IndexSchema;
import orm.api.schema.TableSchema;
import orm.api.schema.UniqueSchema;
import orm.processor.model.Component;
import orm.processor.model.Constraint;
import orm.processor.model.EntityModel;
import orm.processor.model.HierarchyModel;
import orm.processor.model.KeyModel;
import orm.processor.model.LinkPath;

/** Makes the definition of a table. */
public final class TableSchemas {
  private TableSchemas() {}

  /**
   * Defines the table of an entity in which no problem was found.
   *
   * @param entity the entity
   * @return its table; that of the sealed interface for a subtype
   */
  public static TableSchema of(EntityModel entity) {
    if (entity.hierarchy().isPresent()) {
      return of(entity.hierarchy().get());
    }
    return table(
        entity.table(),
        entity.renamedFrom(),
        entity.record().columns(),
        entity.record().components(),
        entity.record().constraints(),
        entity.key(),
        null,
        entity.links());
  }

  /**
   * Defines the table of a sealed interface in which no problem was found.
   *
   * @param hierarchy the entity
   * @return its table
   */
  public static TableSchema of(HierarchyModel hierarchy) {
    return table(
        hierarchy.table(),
        hierarchy.renamedFrom(),
        HierarchyColumns.of(hierarchy),
        hierarchy.components(),
        hierarchy.allConstraints(),
        hierarchy.key(),
        hierarchy.discriminator(),
        hierarchy.links());
  }

  private static TableSchema table(
      String name,
      @Nullable String renamedFrom,
      List<ColumnSchema> columns,
      List<Component> components,
      List<Constraint> declared,
      KeyModel key,
      @Nullable String discriminator,
      List<LinkPath> links) {
    Constraints constraints = new Constraints(name, new ComponentColumns(components));
    Set<UniqueSchema> uniques = new LinkedHashSet<>(); // subtypes repeat what they share
    Set<IndexSchema> indexes = new LinkedHashSet<>();
    Set<CheckSchema> checks = new LinkedHashSet<>();
    for (Constraint constraint : declared) {
      if (constraint instanceof Constraint.Unique unique) {
        uniques.add(constraints.unique(unique));
      } else if (constraint instanceof Constraint.Index index) {
        indexes.add(constraints.index(index));
      } else if (constraint instanceof Constraint.FullText text) {
        indexes.add(constraints.fullText(text));
      } else if (constraint instanceof Constraint.Check check) {
        checks.add(constraints.check(check));
      }
    }
    return new TableSchema(
        name,
        renamedFrom,
        columns,
        key.columns().stream().map(KeyModel.Column::name).toList(),
        List.copyOf(uniques),
        components.stream().flatMap(it -> it.foreignKeys().stream()).toList(),
        List.copyOf(indexes),
        List.copyOf(checks),
        discriminator,
        links.stream().flatMap(it -> it.schema().stream()).toList());
  }
}
