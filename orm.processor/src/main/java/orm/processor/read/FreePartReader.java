package orm.processor.read;

import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Converted;
import orm.api.annotation.Json;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;
import orm.processor.model.Component;
import orm.processor.model.Declared;
import orm.processor.model.Fetch;
import orm.processor.model.Form;
import orm.processor.model.JavaType;
import orm.processor.model.ProjectionModel.Part;
import orm.processor.model.ValueType;

/** Reads components of a projection without a root: the user says where each comes from. */
final class FreePartReader {
  private final Round round;
  private final TypeElement record;

  FreePartReader(Round round, TypeElement record) {
    this.round = round;
    this.record = record;
  }

  Optional<Part> read(RecordComponentElement component) {
    int before = round.problems().count();
    Declared declared = Declarations.read(component, record, round);
    TypeMirror bare = Declarations.bare(component);
    boolean marked =
        Annotations.has(component, Json.class) || Annotations.has(component, Converted.class);
    Optional<ValueType> value = new ValueTypes(round.elements()).of(bare);
    boolean part = !marked && value.isEmpty() && bare.getKind() == TypeKind.DECLARED;
    Optional<Part> read = part
        ? Optional.of(part(declared, bare))
        : new ValueReader(round)
            .read(component, bare)
            .flatMap(it -> new ColumnTypes(round)
                .of(component, it)
                .map(type -> column(component, declared, it, type, Optional.empty())));
    return round.problems().count() > before ? Optional.empty() : read;
  }

  private Part part(Declared declared, TypeMirror bare) {
    boolean row = ValueTypes.element(bare)
        .filter(it -> Projections.isEntity(it) || Projections.isProjection(it))
        .isPresent();
    JavaType type = Names.type(bare, round.elements()).notNull();
    return new Part(declared, type, Optional.empty(), row, Optional.empty());
  }

  /** A part that is one column, also of a table that is made of rows of the projection. */
  static Part column(
      RecordComponentElement component,
      Declared declared,
      ValueType value,
      ColumnType type,
      Optional<Fetch> fetch) {
    ColumnSchema column = ColumnSchema.of(
        ColumnNames.of(component, ""), declared.name(), type, declared.form() != Form.REQUIRED);
    JavaType given = value instanceof ValueType.Many many
        ? new ValueType.Many(many.element(), false).boxed()
        : value.boxed();
    return new Part(
        declared,
        given,
        Optional.of(new Component.Value(declared, value, column, false)),
        false,
        fetch);
  }
}
