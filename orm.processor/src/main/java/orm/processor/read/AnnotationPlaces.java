package orm.processor.read;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import orm.api.annotation.Check;
import orm.api.annotation.Column;
import orm.api.annotation.Converted;
import orm.api.annotation.Count;
import orm.api.annotation.CreatedAt;
import orm.api.annotation.CreatedBy;
import orm.api.annotation.Default;
import orm.api.annotation.Embeddable;
import orm.api.annotation.Embedded;
import orm.api.annotation.ForeignKey;
import orm.api.annotation.FullText;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.Json;
import orm.api.annotation.Limit;
import orm.api.annotation.Load;
import orm.api.annotation.NativeEnum;
import orm.api.annotation.Numeric;
import orm.api.annotation.OrderBy;
import orm.api.annotation.Path;
import orm.api.annotation.RenamedFrom;
import orm.api.annotation.Sensitive;
import orm.api.annotation.SoftDelete;
import orm.api.annotation.Unique;
import orm.api.annotation.UpdatedAt;
import orm.api.annotation.UpdatedBy;
import orm.api.annotation.Version;
import orm.api.schema.ColumnType;
import orm.processor.model.Component;
import orm.processor.model.Form;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;

/** Finds annotations that would do nothing where they stand. */
final class AnnotationPlaces {
  private static final List<Class<? extends Annotation>> OF_ONE_COLUMN = List.of(
      Column.class,
      Converted.class,
      CreatedAt.class,
      CreatedBy.class,
      Default.class,
      Generated.class,
      Json.class,
      NativeEnum.class,
      Numeric.class,
      SoftDelete.class,
      UpdatedAt.class,
      UpdatedBy.class,
      Version.class);

  private final Round round;

  AnnotationPlaces(Round round) {
    this.round = round;
  }

  void check(RecordComponentElement element, Component component) {
    if (component instanceof Component.Reference reference) {
      boolean single = reference.columns().size() == 1;
      refuse(
          element,
          OF_ONE_COLUMN,
          single ? "a reference" : "a reference of several columns",
          single ? List.of(Column.class, Default.class) : List.of(Column.class));
      refuse(element, List.of(Embedded.class), "a reference", List.of());
    } else if (component instanceof Component.Embedded) {
      List<Class<? extends Annotation>> all = new ArrayList<>(OF_ONE_COLUMN);
      all.addAll(List.of(
          Check.class,
          ForeignKey.class,
          FullText.class,
          Id.class,
          Index.class,
          RenamedFrom.class,
          Sensitive.class,
          Unique.class));
      refuse(element, all, "an embedded record", List.of());
    } else if (component instanceof Component.Value value) {
      value(element, value);
    }
    refuse(
        element,
        List.of(Count.class, Limit.class, Load.class, OrderBy.class, Path.class),
        "a component of a table; it belongs to projections",
        List.of());
    belongsToRow(element);
  }

  private void refuse(
      RecordComponentElement element,
      List<Class<? extends Annotation>> annotations,
      String what,
      List<Class<? extends Annotation>> allowed) {
    for (Class<? extends Annotation> annotation : annotations) {
      if (!allowed.contains(annotation) && element.getAnnotationsByType(annotation).length > 0) {
        round.cannotMap(
            ProblemCode.MISPLACED_ANNOTATION,
            element,
            "@" + annotation.getSimpleName() + " means nothing on " + what,
            "Remove it.");
      }
    }
  }

  private void value(RecordComponentElement element, Component.Value value) {
    ColumnType type = value.column().type();
    ColumnType single = type.element() == null ? type : type.element();
    if (Annotations.has(element, Numeric.class) && single.kind() != ColumnType.Kind.DECIMAL) {
      round.cannotMap(
          ProblemCode.INVALID_NUMERIC,
          element,
          "precision and scale belong to decimals",
          "Declare it as BigDecimal, or remove @Numeric.");
    }
    if (Annotations.has(element, NativeEnum.class) && single.kind() != ColumnType.Kind.ENUM) {
      round.cannotMap(
          ProblemCode.INVALID_ENUM,
          element,
          "@NativeEnum belongs to enums",
          "Declare it as an enum, or remove @NativeEnum.");
    }
    Column column = element.getAnnotation(Column.class);
    if (column != null && column.length() != 0 && (column.length() < 0 || !isText(value.value()))) {
      round.cannotMap(
          ProblemCode.MISPLACED_ANNOTATION,
          element,
          "only a text has a length, and it is positive",
          "Remove length from @Column.");
    }
    if (Annotations.has(element, ForeignKey.class)) {
      round.cannotMap(
          ProblemCode.INVALID_FOREIGN_KEY,
          element,
          "only a reference has a foreign key",
          "Declare it as a Ref, or remove @ForeignKey.");
    }
    if (Annotations.has(element, Unique.class)
        && (value.value() instanceof ValueType.Document
            || value.value() instanceof ValueType.Many
            || single.kind() == ColumnType.Kind.JSON
            || single.kind() == ColumnType.Kind.INTERVAL)) {
      round.cannotMap(
          ProblemCode.MISPLACED_ANNOTATION,
          element,
          "lists, documents and intervals are not compared as a whole",
          "Remove @Unique.");
    }
    if (value.id()) {
      key(element, value);
    }
  }

  private static boolean isText(ValueType value) {
    ValueType single = value instanceof ValueType.Many many ? many.element() : value;
    return single instanceof ValueType.Scalar scalar && scalar.type() == ScalarType.TEXT;
  }

  private void key(RecordComponentElement element, Component.Value value) {
    boolean comparable = value.value() instanceof ValueType.Scalar scalar
        ? scalar.type() != ScalarType.BYTES
            && scalar.type() != ScalarType.JSON
            && scalar.type() != ScalarType.INTERVAL
        : value.value() instanceof ValueType.Enumeration
            || value.value() instanceof ValueType.Converted;
    if (!comparable) {
      round.cannotMap(
          ProblemCode.INVALID_KEY,
          element,
          "values of type " + value.value().boxed().display() + " cannot be found by equality",
          "Use a number, a text, a UUID, an enum or a Ref as key.");
    } else if (value.form() != Form.REQUIRED && !Annotations.has(element, Generated.class)) {
      round.cannotMap(
          ProblemCode.INVALID_KEY,
          element,
          "a key is never null",
          "Remove " + (value.form() == Form.OPTIONAL ? "Optional" : "@Nullable")
              + ", or let it be made with @Generated.");
    }
  }

  /** What belongs to a whole row does not stand in a part of it. */
  private void belongsToRow(RecordComponentElement element) {
    var record = element.getEnclosingElement();
    if (record == null || !Annotations.has(record, Embeddable.class)) {
      return;
    }
    for (Class<? extends Annotation> annotation :
        List.of(Id.class, Generated.class, SoftDelete.class, Version.class)) {
      if (Annotations.has(element, annotation)) {
        round.cannotMap(
            ProblemCode.MISPLACED_ANNOTATION,
            element,
            "@" + annotation.getSimpleName() + " belongs to a whole row, not to a part of it",
            "Move the component to the entity.");
      }
    }
  }
}
