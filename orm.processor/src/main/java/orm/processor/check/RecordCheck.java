package orm.processor.check;

import java.util.List;
import javax.lang.model.element.Element;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ForeignKeySchema;
import orm.processor.model.Component;
import orm.processor.model.RecordModel;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;

/** Checks that the components of one record go together. */
final class RecordCheck {
  private final Problems problems;

  RecordCheck(Problems problems) {
    this.problems = problems;
  }

  void check(RecordModel record) {
    key(record);
    version(record);
    softDelete(record);
    foreignKeys(record);
  }

  private void key(RecordModel record) {
    List<Component> ids = record.ids();
    if (ids.size() < 2) {
      return;
    }
    for (Component id : ids) {
      if (id instanceof Component.Value value
          && value.column().origin() != ColumnSchema.Origin.GIVEN) {
        error(
            ProblemCode.INVALID_KEY,
            record,
            id,
            "a generated value is a key by itself, and there are " + ids.size() + " @Id",
            "Keep one @Id, and mark the others with @Unique; or remove @Generated.");
      }
    }
  }

  private void version(RecordModel record) {
    Component first = null;
    for (Component component : record.components()) {
      if (component instanceof Component.Value value
          && value.column().role() == ColumnSchema.Role.VERSION) {
        if (first != null) {
          error(
              ProblemCode.INVALID_VERSION,
              record,
              component,
              first.name() + " is its version already",
              "Keep one @Version.");
        } else if (component.id()) {
          error(
              ProblemCode.INVALID_VERSION,
              record,
              component,
              "a key does not change, and a version does with each update",
              "Remove @Id or @Version.");
        }
        first = component;
      }
    }
  }

  private void softDelete(RecordModel record) {
    Component first = null;
    for (Component component : record.components()) {
      if (component instanceof Component.Value value
          && value.column().role() == ColumnSchema.Role.DELETED) {
        if (first != null) {
          error(
              ProblemCode.INVALID_SOFT_DELETE,
              record,
              component,
              first.name() + " tells already whether a row is deleted",
              "Keep one @SoftDelete.");
        }
        first = component;
      }
    }
  }

  void foreignKeys(RecordModel record) {
    for (Component component : record.components()) {
      if (component instanceof Component.Reference reference) {
        action(record, reference, reference.foreignKey().onDelete());
        action(record, reference, reference.foreignKey().onUpdate());
      }
    }
  }

  private void action(
      RecordModel record, Component.Reference reference, ForeignKeySchema.Action action) {
    ColumnSchema column = reference.columns().get(0);
    if (action == ForeignKeySchema.Action.SET_NULL && !column.nullable()) {
      error(
          ProblemCode.INVALID_FOREIGN_KEY,
          record,
          reference,
          "SET_NULL would make null of a reference that is required",
          "Declare it as @Nullable Ref, or use CASCADE or NO_ACTION.");
    } else if (action == ForeignKeySchema.Action.SET_DEFAULT && column.defaultSql() == null) {
      error(
          ProblemCode.INVALID_FOREIGN_KEY,
          record,
          reference,
          "SET_DEFAULT asks for a default, and there is none",
          "Add @Default(\"…\"), or use CASCADE or NO_ACTION.");
    }
  }

  private void error(
      ProblemCode code, RecordModel record, Component component, String why, String fix) {
    Element where = component.element();
    problems.error(
        code, where, "Cannot map " + record.name().simpleName() + "." + component.name(), why, fix);
  }
}
