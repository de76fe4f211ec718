package orm.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import orm.api.annotation.Embedded;
import orm.api.annotation.Id;
import orm.api.annotation.Sensitive;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;
import orm.processor.model.Component;
import orm.processor.model.Declared;
import orm.processor.model.Form;
import orm.processor.model.ValueType;

/** Reads the components of one record. */
final class ComponentReader {
  private static final String REF = "orm.api.model.Ref";

  private final Round round;
  private final TypeElement record;
  private final String table;
  private final ReferenceReader references;
  private final EmbeddedReader embedded;
  private final ValueReader values;
  private final ColumnTypes columnTypes;
  private final OriginReader origins;
  private final AnnotationPlaces places;
  private final JakartaPlaces rules;

  /**
   * Makes a reader.
   *
   * @param path the records that the record is embedded in, and itself
   */
  ComponentReader(Round round, TypeElement record, String table, List<TypeElement> path) {
    this(round, record, table, new TargetReader(round), path);
  }

  /** Makes a reader of keys. */
  ComponentReader(Round round, TypeElement record, String table, TargetReader targets) {
    this(round, record, table, targets, List.of(record));
  }

  private ComponentReader(
      Round round, TypeElement record, String table, TargetReader targets, List<TypeElement> path) {
    this.round = round;
    this.record = record;
    this.table = table;
    this.references = new ReferenceReader(round, targets);
    this.embedded = new EmbeddedReader(round, path);
    this.values = new ValueReader(round);
    this.columnTypes = new ColumnTypes(round);
    this.origins = new OriginReader(round);
    this.places = new AnnotationPlaces(round);
    this.rules = new JakartaPlaces(round);
  }

  /** Reads a component; empty if a problem was reported. */
  Optional<Component> read(RecordComponentElement component) {
    int before = round.problems().count();
    Declared declared = Declarations.read(component, record, round);
    TypeMirror bare = Declarations.bare(component);
    Optional<TypeMirror> target = ValueTypes.argument(bare, REF);
    Optional<Component> read;
    if (target.isPresent()) {
      read = references.read(component, declared, target.get());
    } else if (Annotations.has(component, Embedded.class)) {
      read = embedded.read(component, declared, bare);
    } else {
      read = values.read(component, bare).flatMap(value -> column(component, declared, value));
    }
    read.ifPresent(it -> places.check(component, it));
    read.ifPresent(it -> rules.check(component, it));
    return round.problems().count() > before ? Optional.empty() : read;
  }

  private Optional<Component> column(
      RecordComponentElement component, Declared declared, ValueType value) {
    Form form = declared.form();
    Optional<ColumnType> type = columnTypes.of(component, value);
    String name = ColumnNames.of(component, "");
    Optional<OriginReader.Origin> origin = origins.read(component, value, form, table, name);
    if (type.isEmpty() || origin.isEmpty()) {
      return Optional.empty();
    }
    boolean id = Annotations.has(component, Id.class);
    ColumnSchema column = new ColumnSchema(
        name,
        component.getSimpleName().toString(),
        type.get(),
        form != Form.REQUIRED
            && !id
            && !origin.get().alwaysThere()
            && !JakartaRules.refusesNull(component),
        origin.get().origin(),
        origin.get().sequence(),
        origin.get().defaultSql(),
        origin.get().role(),
        Annotations.has(component, Sensitive.class),
        List.of(),
        ColumnNames.renamedFrom(component));
    return Optional.of(new Component.Value(declared, value, column, id));
  }
}
