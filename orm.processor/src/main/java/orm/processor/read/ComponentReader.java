package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
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
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;

/** Reads the components of one record. */
final class ComponentReader {
  private static final String REF = "orm.api.model.Ref";

  private final Round round;
  private final TypeElement record;
  private final String table;
  private final TargetReader targets;
  private final ValueTypes values;
  private final ColumnTypes columnTypes;
  private final OriginReader origins;

  ComponentReader(Round round, TypeElement record, String table, TargetReader targets) {
    this.round = round;
    this.record = record;
    this.table = table;
    this.targets = targets;
    this.values = new ValueTypes(round.elements());
    this.columnTypes = new ColumnTypes(round);
    this.origins = new OriginReader(round);
  }

  /** Reads a component; empty if a problem was reported. */
  Optional<Component> read(RecordComponentElement component) {
    TypeMirror type = component.asType();
    Optional<TypeMirror> optional = ValueTypes.argument(type, "java.util.Optional");
    boolean nullable = Nullness.isMarked(component, record, round);
    Form form = optional.isPresent() ? Form.OPTIONAL : nullable ? Form.NULLABLE : Form.REQUIRED;
    TypeMirror bare = optional.orElse(type);
    Optional<TypeMirror> target = ValueTypes.argument(bare, REF);
    if (target.isPresent()) {
      return reference(component, declared(component, form), target.get());
    }
    return value(component, bare).flatMap(value -> column(component, form, value));
  }

  private Declared declared(RecordComponentElement component, Form form) {
    var type = Names.type(component.asType(), round.elements());
    return new Declared(
        component.getSimpleName().toString(),
        form == Form.NULLABLE ? type.orNull() : type,
        form,
        component);
  }

  private Optional<ValueType> value(RecordComponentElement component, TypeMirror type) {
    Optional<ValueType> value = values.of(type);
    if (value.isEmpty()) {
      round
          .problems()
          .error(
              ProblemCode.UNMAPPABLE_TYPE,
              component,
              "Cannot map " + Components.name(component),
              "no column can hold a " + type,
              "Use a type that columns hold.");
    }
    return value;
  }

  private Optional<Component> column(RecordComponentElement component, Form form, ValueType value) {
    Optional<ColumnType> type = columnTypes.of(component, value);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String name = columnName(component, "");
    Optional<OriginReader.Origin> origin = origins.read(component, value, form, table, name);
    if (origin.isEmpty()) {
      return Optional.empty();
    }
    boolean id = Components.has(component, Id.class);
    ColumnSchema column = new ColumnSchema(
        name,
        component.getSimpleName().toString(),
        type.get(),
        form != Form.REQUIRED && !id && !origin.get().alwaysThere(),
        origin.get().origin(),
        origin.get().sequence(),
        origin.get().defaultSql(),
        origin.get().role(),
        Components.has(component, Sensitive.class),
        List.of(),
        renamedFrom(component));
    return Optional.of(new Component.Value(declared(component, form), value, column, id));
  }

  private Optional<Component> reference(
      RecordComponentElement component, Declared declared, TypeMirror type) {
    Optional<Target> found = targets.read(component, type);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Target target = found.get();
    boolean id = Components.has(component, Id.class);
    List<ColumnSchema> columns = new ArrayList<>();
    for (KeyModel.Column key : target.key().columns()) {
      boolean single = target.key().columns().size() == 1;
      columns.add(new ColumnSchema(
          single
              ? columnName(component, "_id")
              : Naming.snakeCase(declared.name()) + "_" + key.name(),
          single ? declared.name() : declared.name() + "." + key.component(),
          key.type(),
          declared.form() != Form.REQUIRED && !id,
          ColumnSchema.Origin.GIVEN,
          null,
          null,
          ColumnSchema.Role.NONE,
          Components.has(component, Sensitive.class),
          List.of(),
          single ? renamedFrom(component) : null));
    }
    return Optional.of(new Component.Reference(
        declared, target, columns, foreignKey(component, columns, target), id));
  }

  private static ForeignKeySchema foreignKey(
      RecordComponentElement component, List<ColumnSchema> columns, Target target) {
    ForeignKey key = component.getAnnotation(ForeignKey.class);
    return new ForeignKeySchema(
        component.getSimpleName().toString(),
        columns.stream().map(ColumnSchema::name).toList(),
        target.table(),
        target.key().columns().stream().map(KeyModel.Column::name).toList(),
        key == null
            ? ForeignKeySchema.OnDelete.NO_ACTION
            : ForeignKeySchema.OnDelete.valueOf(key.onDelete().name()),
        key != null && key.deferred());
  }

  private static String columnName(RecordComponentElement component, String suffix) {
    Column column = component.getAnnotation(Column.class);
    return column == null || column.value().isEmpty()
        ? Naming.snakeCase(component.getSimpleName().toString()) + suffix
        : column.value();
  }

  private static @Nullable String renamedFrom(RecordComponentElement component) {
    RenamedFrom renamed = component.getAnnotation(RenamedFrom.class);
    return renamed == null ? null : renamed.value();
  }
}
