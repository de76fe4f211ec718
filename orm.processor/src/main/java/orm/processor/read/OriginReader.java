package orm.processor.read;

import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.CreatedAt;
import orm.api.annotation.CreatedBy;
import orm.api.annotation.Default;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.SoftDelete;
import orm.api.annotation.UpdatedAt;
import orm.api.annotation.UpdatedBy;
import orm.api.annotation.Version;
import orm.api.schema.ColumnSchema;
import orm.processor.model.Form;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;

/** Finds out who makes the value of a column. */
final class OriginReader {
  private final Round round;

  OriginReader(Round round) {
    this.round = round;
  }

  /** Who makes the value, and what the engine does with it. */
  record Origin(
      ColumnSchema.Origin origin,
      @Nullable String sequence,
      @Nullable String defaultSql,
      ColumnSchema.Role role) {

    /** Whether a row has it always, though a record may lack it until it is inserted. */
    boolean alwaysThere() {
      return origin != ColumnSchema.Origin.GIVEN
          || role == ColumnSchema.Role.CREATED_AT
          || role == ColumnSchema.Role.UPDATED_AT;
    }
  }

  /** Reads it; empty if a problem was reported. */
  Optional<Origin> read(
      RecordComponentElement component, ValueType value, Form form, String table, String column) {
    int before = round.problems().count();
    Generated generated = component.getAnnotation(Generated.class);
    Default byDefault = component.getAnnotation(Default.class);
    ColumnSchema.Origin origin = ColumnSchema.Origin.GIVEN;
    if (generated != null) {
      if (generated.by().isEmpty()) {
        origin = origin(generated.value());
        checkGenerated(component, generated.value(), value, form, byDefault);
      } else {
        origin = ColumnSchema.Origin.GENERATOR;
        checkGenerator(component, generated, value, form);
      }
    }
    String sequence = null;
    if (generated != null && origin == ColumnSchema.Origin.GENERATOR) {
      sequence = generated.by();
    } else if (generated != null && origin == ColumnSchema.Origin.SEQUENCE) {
      sequence =
          generated.sequence().isEmpty() ? table + "_" + column + "_seq" : generated.sequence();
    }
    ColumnSchema.Role role = role(component, value, form);
    return round.problems().count() > before
        ? Optional.empty()
        : Optional.of(
            new Origin(origin, sequence, byDefault == null ? null : byDefault.value(), role));
  }

  private static ColumnSchema.Origin origin(Generated.Strategy strategy) {
    return switch (strategy) {
      case IDENTITY -> ColumnSchema.Origin.IDENTITY;
      case SEQUENCE -> ColumnSchema.Origin.SEQUENCE;
      case UUID -> ColumnSchema.Origin.UUID;
      case DEFAULT -> ColumnSchema.Origin.DEFAULT;
    };
  }

  private void checkGenerated(
      RecordComponentElement component,
      Generated.Strategy strategy,
      ValueType value,
      Form form,
      @Nullable Default byDefault) {
    String what = "Cannot generate " + Names.display(component);
    ScalarType scalar = value instanceof ValueType.Scalar known ? known.type() : null;
    boolean number = scalar == ScalarType.INT || scalar == ScalarType.LONG;
    if (strategy == Generated.Strategy.UUID && scalar != ScalarType.UUID) {
      generated(component, what, "a UUID does not fit its type", "Declare it as @Nullable UUID.");
    } else if ((strategy == Generated.Strategy.IDENTITY || strategy == Generated.Strategy.SEQUENCE)
        && !number) {
      generated(
          component,
          what,
          "the database counts in whole numbers",
          "Declare it as @Nullable Long or @Nullable Integer.");
    } else if (form == Form.REQUIRED && round.isSource(record(component))) {
      // In a class file javac may not see that it is nullable, but that was checked before.
      generated(
          component,
          what,
          "a record has no value for it before insert",
          "Declare it as @Nullable " + value.boxed().display() + ".");
    } else if (strategy == Generated.Strategy.IDENTITY && !Annotations.has(component, Id.class)) {
      generated(
          component,
          what,
          "only a key is counted up on every database",
          "Mark it with @Id, or use @Generated(SEQUENCE).");
    } else if (strategy == Generated.Strategy.DEFAULT && byDefault == null) {
      generated(component, what, "the column has no default", "Add @Default(\"…\").");
    }
  }

  private void checkGenerator(
      RecordComponentElement component, Generated generated, ValueType value, Form form) {
    String what = "Cannot generate " + Names.display(component);
    ScalarType scalar = value instanceof ValueType.Scalar known ? known.type() : null;
    if (generated.value() != Generated.Strategy.IDENTITY
        || !generated.sequence().isEmpty()) {
      generated(
          component,
          what,
          "both a generator and a strategy are named",
          "Keep by=\"" + generated.by() + "\" alone, or remove it.");
    } else if (!isShort(scalar)) {
      generated(
          component,
          what,
          "a generator makes texts, whole numbers and UUIDs",
          "Declare it as @Nullable String, Long, Integer or UUID.");
    } else if (form == Form.REQUIRED && round.isSource(record(component))) {
      generated(
          component,
          what,
          "a record has no value for it before insert",
          "Declare it as @Nullable " + value.boxed().display() + ".");
    }
  }

  /** Whether a type can hold what tells one thing from others. */
  private static boolean isShort(@Nullable ScalarType scalar) {
    return scalar == ScalarType.TEXT
        || scalar == ScalarType.LONG
        || scalar == ScalarType.INT
        || scalar == ScalarType.UUID;
  }

  private static TypeElement record(RecordComponentElement component) {
    return (TypeElement) Objects.requireNonNull(component.getEnclosingElement(), "record");
  }

  private void generated(RecordComponentElement component, String what, String why, String fix) {
    round.problems().error(ProblemCode.INVALID_GENERATED, component, what, why, fix);
  }

  private ColumnSchema.Role role(RecordComponentElement component, ValueType value, Form form) {
    ScalarType scalar = value instanceof ValueType.Scalar known ? known.type() : null;
    if (Annotations.has(component, Version.class)) {
      if (form != Form.REQUIRED
          || !(value instanceof ValueType.Scalar plain && plain.primitive())
          || (scalar != ScalarType.INT && scalar != ScalarType.LONG)) {
        round
            .problems()
            .error(
                ProblemCode.INVALID_VERSION,
                component,
                "Cannot count the updates in " + Names.display(component),
                "a version is a plain number",
                "Declare it as long or int.");
      }
      return ColumnSchema.Role.VERSION;
    }
    if (Annotations.has(component, SoftDelete.class)) {
      boolean flag = scalar == ScalarType.BOOLEAN;
      boolean time = scalar == ScalarType.INSTANT || scalar == ScalarType.OFFSET_DATE_TIME;
      if (flag ? form != Form.REQUIRED : !time || form == Form.REQUIRED) {
        round
            .problems()
            .error(
                ProblemCode.INVALID_SOFT_DELETE,
                component,
                "Cannot mark rows as deleted in " + Names.display(component),
                flag ? "it can be null" : "it holds neither a flag nor a time that can be absent",
                "Declare it as boolean, or as @Nullable Instant.");
      }
      return ColumnSchema.Role.DELETED;
    }
    boolean createdBy = Annotations.has(component, CreatedBy.class);
    boolean updatedBy = Annotations.has(component, UpdatedBy.class);
    if (createdBy || updatedBy) {
      boolean both = createdBy && updatedBy;
      if (both || !isShort(scalar)) {
        round
            .problems()
            .error(
                ProblemCode.INVALID_ACTOR,
                component,
                "Cannot keep in " + Names.display(component) + " who writes",
                both ? "it cannot hold both" : "an actor is a text, a whole number or a UUID",
                both
                    ? "Keep one of @CreatedBy and @UpdatedBy."
                    : "Declare it as String, Long, Integer or UUID.");
      }
      return createdBy ? ColumnSchema.Role.CREATED_BY : ColumnSchema.Role.UPDATED_BY;
    }
    boolean created = Annotations.has(component, CreatedAt.class);
    boolean updated = Annotations.has(component, UpdatedAt.class);
    if (!created && !updated) {
      return ColumnSchema.Role.NONE;
    }
    if (scalar != ScalarType.INSTANT && scalar != ScalarType.OFFSET_DATE_TIME) {
      round
          .problems()
          .error(
              ProblemCode.INVALID_TIME_STAMP,
              component,
              "Cannot stamp " + Names.display(component),
              "a time stamp is a point in time",
              "Declare it as Instant or OffsetDateTime.");
    } else if (created && updated) {
      round
          .problems()
          .error(
              ProblemCode.INVALID_TIME_STAMP,
              component,
              "Cannot stamp " + Names.display(component),
              "it cannot hold the times of both insert and update",
              "Keep one of @CreatedAt and @UpdatedAt.");
    }
    return created ? ColumnSchema.Role.CREATED_AT : ColumnSchema.Role.UPDATED_AT;
  }
}
