package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Embedded;
import orm.api.schema.ColumnSchema;
import orm.api.schema.Naming;
import orm.processor.model.Component;
import orm.processor.model.Declared;
import orm.processor.model.Form;
import orm.processor.model.RecordModel;
import orm.processor.model.SqlHoles;
import orm.processor.report.ProblemCode;

/** Reads embedded records, which may embed others. */
final class EmbeddedReader {
  private final Round round;
  private final List<TypeElement> path;

  /**
   * Makes a reader.
   *
   * @param path the records on the way here, which must not be embedded again
   */
  EmbeddedReader(Round round, List<TypeElement> path) {
    this.round = round;
    this.path = path;
  }

  /** Reads an embedded record; empty if a problem was reported. */
  Optional<Component> read(RecordComponentElement component, Declared declared, TypeMirror type) {
    Optional<TypeElement> element = ValueTypes.element(type);
    String name = element.map(it -> it.getSimpleName().toString()).orElse(type.toString());
    if (element.isEmpty() || element.get().getKind() != ElementKind.RECORD) {
      return refuse(component, name + " is no record", "Embed a record, or leave @Embedded out.");
    }
    TypeElement record = element.get();
    if (!Annotations.has(record, Embeddable.class)) {
      return refuse(
          component,
          name + " is not marked as embeddable",
          "Annotate record " + name + " with @Embeddable.");
    }
    if (path.contains(record)) {
      return refuse(
          component,
          name + " would hold itself, and no table has that many columns",
          "Break the circle, for example with a Ref.");
    }
    return new RecordReader(round)
        .readEmbeddable(record, path)
        .map(model -> embed(component, declared, model));
  }

  private Optional<Component> refuse(RecordComponentElement component, String why, String fix) {
    round.cannotMap(ProblemCode.INVALID_EMBEDDED, component, why, fix);
    return Optional.empty();
  }

  private static Component embed(
      RecordComponentElement component, Declared declared, RecordModel record) {
    String prefix = prefix(component);
    List<ColumnSchema> columns = new ArrayList<>();
    for (ColumnSchema column : record.columns()) {
      columns.add(new ColumnSchema(
          prefix + column.name(),
          declared.name() + "." + column.component(),
          column.type(),
          column.nullable() || declared.form() != Form.REQUIRED,
          column.origin(),
          column.sequence(),
          seenFrom(declared.name(), column.defaultSql()),
          column.role(),
          column.sensitive(),
          List.of(),
          column.renamedFrom() == null ? null : prefix + column.renamedFrom()));
    }
    return new Component.Embedded(declared, record, prefix, columns);
  }

  private static @Nullable String seenFrom(String component, @Nullable String sql) {
    return sql == null ? null : SqlHoles.replace(sql, hole -> component + "." + hole);
  }

  private static String prefix(RecordComponentElement component) {
    Embedded embedded = component.getAnnotation(Embedded.class);
    return embedded == null || embedded.prefix().equals("<component>")
        ? Naming.snakeCase(component.getSimpleName().toString()) + "_"
        : embedded.prefix();
  }
}
