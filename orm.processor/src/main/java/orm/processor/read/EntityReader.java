package orm.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import orm.processor.model.EntityModel;
import orm.processor.model.HierarchyModel;
import orm.processor.model.JavaName;
import orm.processor.model.KeyModel;
import orm.processor.model.RecordModel;
import orm.processor.model.Target;

/** Reads records whose instances are rows: entities, and subtypes of them. */
public final class EntityReader {
  private final Round round;

  /**
   * Makes a reader.
   *
   * @param round the compilation
   */
  public EntityReader(Round round) {
    this.round = round;
  }

  /**
   * Reads an entity.
   *
   * @param entity a record with {@code @Entity}
   * @return the entity; empty if a problem was reported
   */
  public Optional<EntityModel> read(TypeElement entity) {
    String table = Tables.name(entity);
    Optional<RecordModel> record = new RecordReader(round).readRow(entity, table);
    if (record.isEmpty()) {
      return Optional.empty();
    }
    if (record.get().ids().isEmpty()) {
      Keys.reportNone(entity, round);
      return Optional.empty();
    }
    int before = round.problems().count();
    JavaName name = record.get().name();
    KeyModel key = KeyModel.of(name, record.get().ids());
    EntityModel model = new EntityModel(
        record.get(),
        table,
        ColumnNames.renamedFrom(entity),
        key,
        new InverseReader(round).read(entity),
        new LinkReader(round, entity, new Target(name, table, key)).read(),
        Optional.empty(),
        CachedReader.read(entity, round));
    return round.problems().count() > before ? Optional.empty() : Optional.of(model);
  }

  /**
   * Sees one record of a sealed interface as an entity.
   *
   * @param hierarchy the entity that it is a subtype of, in which no problem was found
   * @param record the record
   * @return the subtype
   */
  public EntityModel subtype(HierarchyModel hierarchy, RecordModel record) {
    return new EntityModel(
        record,
        hierarchy.table(),
        hierarchy.renamedFrom(),
        hierarchy.key(),
        List.of(),
        List.of(),
        Optional.of(hierarchy),
        Optional.empty());
  }
}
