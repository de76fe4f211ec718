package orm.processor.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.schema.CheckSchema;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ForeignKeySchema;
import orm.api.schema.IndexSchema;
import orm.api.schema.TableSchema;
import orm.api.schema.UniqueSchema;
import orm.processor.model.Component;
import orm.processor.model.Constraint;
import orm.processor.model.EntityModel;
import orm.processor.model.KeyModel;

/** Makes the definition of a table. */
public final class TableSchemas {
  private TableSchemas() {}

  /**
   * Defines the table of an entity in which no problem was found.
   *
   * @param entity the entity
   * @return its table
   */
  public static TableSchema of(EntityModel entity) {
    return table(
        entity.table(),
        entity.renamedFrom(),
        entity.record().columns(),
        entity.record().components(),
        entity.record().constraints(),
        entity.key(),
        null);
  }

  static TableSchema table(
      String name,
      @Nullable String renamedFrom,
      List<ColumnSchema> columns,
      List<Component> components,
      List<Constraint> declared,
      KeyModel key,
      @Nullable String discriminator) {
    Constraints constraints = new Constraints(name, new ComponentColumns(components));
    List<UniqueSchema> uniques = new ArrayList<>();
    List<IndexSchema> indexes = new ArrayList<>();
    List<CheckSchema> checks = new ArrayList<>();
    for (Constraint constraint : declared) {
      if (constraint instanceof Constraint.Unique unique) {
        uniques.add(constraints.unique(unique));
      } else if (constraint instanceof Constraint.Index index) {
        indexes.add(constraints.index(index));
      } else if (constraint instanceof Constraint.Check check) {
        checks.add(constraints.check(check));
      }
    }
    return new TableSchema(
        name,
        renamedFrom,
        columns,
        key.columns().stream().map(KeyModel.Column::name).toList(),
        uniques,
        foreignKeys(components),
        indexes,
        checks,
        discriminator);
  }

  private static List<ForeignKeySchema> foreignKeys(List<Component> components) {
    List<ForeignKeySchema> keys = new ArrayList<>();
    for (Component component : components) {
      if (component instanceof Component.Reference reference) {
        keys.add(reference.foreignKey());
      } else if (component instanceof Component.Embedded embedded) {
        keys.addAll(embedded.foreignKeys());
      }
    }
    return keys;
  }
}
