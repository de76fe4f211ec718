package orm.engine;

import java.util.Collection;
import java.util.List;
import orm.api.model.EntityTable;
import orm.engine.generation.Generation;
import orm.engine.plan.TableModel;
import orm.engine.schema.SchemaWriter;

/** The statements that create the tables of entities in a database. */
final class ModelStatements {
  private ModelStatements() {}

  static List<TableModel> models(
      Generation generation, Collection<? extends EntityTable<?, ?>> tables) {
    return tables.stream().map(table -> generation.models().of(table.mapping())).toList();
  }

  static List<String> of(Generation generation, List<TableModel> models) {
    return new SchemaWriter(
            generation.models(),
            generation.connector().syntax(),
            generation.connector().schemaSyntax())
        .create(models);
  }
}
