package orm.processor.check;

import java.util.List;
import orm.processor.model.Component;
import orm.processor.model.EntityModel;
import orm.processor.model.HierarchyModel;
import orm.processor.model.ProjectionModel;
import orm.processor.model.RecordModel;
import orm.processor.model.SubtypeModel;
import orm.processor.report.Problems;

/** Checks entities and embeddable records, and reports every problem it finds. */
public final class ModelCheck {
  private final Problems problems;

  /**
   * Makes a check.
   *
   * @param problems takes errors
   */
  public ModelCheck(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks an entity that is a record.
   *
   * @param entity the entity
   * @return whether all is well
   */
  public boolean passes(EntityModel entity) {
    int before = problems.count();
    RecordModel record = entity.record();
    new RecordCheck(problems).check(record);
    NameCheck names = new NameCheck(problems);
    names.table(entity.table(), record.element());
    names.columns(record.components(), null, record.element());
    names.links(entity.links());
    boolean readable = new ConstraintCheck(problems, entity.table(), record.element())
        .check(record.components(), record.constraints());
    new MemberCheck(problems).entity(entity);
    return readable && problems.count() == before;
  }

  /**
   * Checks an entity that is a sealed interface, with its records.
   *
   * @param hierarchy the entity
   * @return whether all is well
   */
  public boolean passes(HierarchyModel hierarchy) {
    int before = problems.count();
    for (SubtypeModel subtype : hierarchy.subtypes()) {
      new RecordCheck(problems).check(subtype.record());
    }
    new HierarchyCheck(problems, hierarchy).check();
    if (problems.count() > before) {
      return false;
    }
    List<Component> components = hierarchy.components();
    NameCheck names = new NameCheck(problems);
    names.table(hierarchy.table(), hierarchy.element());
    names.columns(components, hierarchy.discriminator(), hierarchy.element());
    names.links(hierarchy.links());
    boolean readable = new ConstraintCheck(problems, hierarchy.table(), hierarchy.element())
        .check(components, hierarchy.allConstraints());
    if (problems.count() == before) {
      new MemberCheck(problems).hierarchy(hierarchy);
    }
    return readable && problems.count() == before;
  }

  /**
   * Checks a projection.
   *
   * @param projection the projection
   * @return whether all is well
   */
  public boolean passes(ProjectionModel projection) {
    int before = problems.count();
    if (projection.flat()) {
      List<Component> columns = List.copyOf(projection.columns());
      new NameCheck(problems).columns(columns, null, projection.element());
    }
    new MemberCheck(problems).projection(projection);
    return problems.count() == before;
  }

  /**
   * Checks an embeddable record.
   *
   * @param record the record
   * @return whether all is well
   */
  public boolean passes(RecordModel record) {
    int before = problems.count();
    new RecordCheck(problems).foreignKeys(record);
    new NameCheck(problems).columns(record.components(), null, record.element());
    boolean readable = new ConstraintCheck(problems, "", record.element())
        .components(record.components(), record.constraints());
    new MemberCheck(problems).embeddable(record);
    return readable && problems.count() == before;
  }
}
