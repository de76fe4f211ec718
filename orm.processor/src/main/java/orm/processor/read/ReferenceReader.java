package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Default;
import orm.api.annotation.ForeignKey;
import orm.api.annotation.Id;
import orm.api.annotation.RenamedFrom;
import orm.api.annotation.Sensitive;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;
import orm.api.schema.ForeignKeySchema;
import orm.api.schema.Naming;
import orm.processor.model.Component;
import orm.processor.model.Declared;
import orm.processor.model.Form;
import orm.processor.model.KeyModel;
import orm.processor.model.Target;
import orm.processor.report.ProblemCode;

/** Reads references: the key of their target becomes columns here. */
final class ReferenceReader {
  private final Round round;
  private final TargetReader targets;

  ReferenceReader(Round round, TargetReader targets) {
    this.round = round;
    this.targets = targets;
  }

  /** Reads a reference; empty if a problem was reported. */
  Optional<Component> read(RecordComponentElement component, Declared declared, TypeMirror type) {
    return targets.read(component, type).map(target -> reference(component, declared, target));
  }

  private Component reference(RecordComponentElement component, Declared declared, Target target) {
    List<KeyModel.Column> keys = target.key().columns();
    List<ColumnSchema> columns = new ArrayList<>();
    if (keys.size() == 1) {
      Default byDefault = component.getAnnotation(Default.class);
      columns.add(column(
          component,
          declared,
          ColumnNames.of(component, "_id"),
          declared.name(),
          keys.get(0).type(),
          byDefault == null ? null : byDefault.value(),
          ColumnNames.renamedFrom(component)));
    } else {
      checkNames(component, target);
      for (KeyModel.Column key : keys) {
        String name = Naming.snakeCase(declared.name()) + "_" + key.name();
        String path = declared.name() + "." + key.component();
        columns.add(column(component, declared, name, path, key.type(), null, null));
      }
    }
    return new Component.Reference(
        declared,
        target,
        columns,
        foreignKey(component, columns, target),
        Annotations.has(component, Id.class));
  }

  private static ColumnSchema column(
      RecordComponentElement component,
      Declared declared,
      String name,
      String path,
      ColumnType type,
      @Nullable String defaultSql,
      @Nullable String renamedFrom) {
    return new ColumnSchema(
        name,
        path,
        type,
        declared.form() != Form.REQUIRED && !Annotations.has(component, Id.class),
        ColumnSchema.Origin.GIVEN,
        null,
        defaultSql,
        ColumnSchema.Role.NONE,
        Annotations.has(component, Sensitive.class),
        List.of(),
        renamedFrom);
  }

  private void checkNames(RecordComponentElement component, Target target) {
    Column column = component.getAnnotation(Column.class);
    if ((column != null && !column.value().isEmpty())
        || Annotations.has(component, RenamedFrom.class)) {
      round.cannotMap(
          ProblemCode.MISPLACED_ANNOTATION,
          component,
          "the key of "
              + target.entity().simpleName()
              + " has several columns, which one name cannot name",
          "Leave @Column and @RenamedFrom out, or rename the component.");
    }
  }

  private static ForeignKeySchema foreignKey(
      RecordComponentElement component, List<ColumnSchema> columns, Target target) {
    ForeignKey key = component.getAnnotation(ForeignKey.class);
    return new ForeignKeySchema(
        component.getSimpleName().toString(),
        key == null || key.name().isEmpty() ? null : key.name(),
        columns.stream().map(ColumnSchema::name).toList(),
        target.table(),
        target.key().columns().stream().map(KeyModel.Column::name).toList(),
        action(key == null ? ForeignKey.OnDelete.NO_ACTION : key.onDelete()),
        action(key == null ? ForeignKey.OnUpdate.NO_ACTION : key.onUpdate()),
        key != null && key.deferrable(),
        key != null && key.deferred());
  }

  /** The schema has one word for what is the same on delete and on update. */
  private static ForeignKeySchema.Action action(Enum<?> declared) {
    return ForeignKeySchema.Action.valueOf(declared.name());
  }
}
