package orm.processor.read;

import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import orm.api.annotation.Column;
import orm.api.annotation.NativeEnum;
import orm.api.annotation.Numeric;
import orm.api.schema.ColumnType;
import orm.processor.model.JavaName;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;

/** Tells the logical type of a column, from its Java type and annotations. */
final class ColumnTypes {
  /** The digits that {@code numeric} takes in PostgreSQL. */
  private static final int GREATEST_PRECISION = 1000;

  private final Round round;

  ColumnTypes(Round round) {
    this.round = round;
  }

  /** The type; empty if a problem was reported. */
  Optional<ColumnType> of(RecordComponentElement component, ValueType value) {
    ValueType single = value instanceof ValueType.Many many ? many.element() : value;
    Optional<ColumnType> type = single(component, single);
    return value instanceof ValueType.Many ? type.map(ColumnType::list) : type;
  }

  private Optional<ColumnType> single(RecordComponentElement component, ValueType value) {
    if (value instanceof ValueType.Enumeration enumeration) {
      return enumeration(component, enumeration);
    }
    if (value instanceof ValueType.Converted converted) {
      return Optional.of(ColumnType.converted(binaryName(converted.name())));
    }
    if (value instanceof ValueType.Scalar scalar) {
      return scalar(component, scalar.type());
    }
    if (value instanceof ValueType.Span span) {
      return Optional.of(ColumnType.range(span.bound().columnType().kind()));
    }
    return Optional.of(ColumnType.of(ColumnType.Kind.JSON));
  }

  private Optional<ColumnType> scalar(RecordComponentElement component, ScalarType scalar) {
    Numeric numeric = component.getAnnotation(Numeric.class);
    if (scalar == ScalarType.DECIMAL && numeric != null) {
      return decimal(component, numeric);
    }
    if (scalar == ScalarType.DECIMAL) {
      return Optional.of(digits(component));
    }
    return Optional.of(
        scalar == ScalarType.TEXT ? ColumnType.text(length(component)) : scalar.columnType());
  }

  /** {@code @Digits} says what {@code @Numeric} says. */
  private static ColumnType digits(RecordComponentElement component) {
    for (JakartaRules.Rule rule : JakartaRules.alwaysOfValue(component)) {
      if (rule.name().equals("Digits")) {
        long scale = rule.number("fraction").orElse(0L);
        long precision = rule.number("integer").orElse(0L) + scale;
        if (precision >= 1 && precision <= GREATEST_PRECISION && scale >= 0 && scale <= precision) {
          return ColumnType.decimal((int) precision, (int) scale);
        }
      }
    }
    return ScalarType.DECIMAL.columnType();
  }

  private Optional<ColumnType> decimal(RecordComponentElement component, Numeric numeric) {
    int precision = numeric.precision();
    int scale = numeric.scale();
    if (precision < 1 || precision > GREATEST_PRECISION || scale < 0 || scale > precision) {
      round.cannotMap(
          ProblemCode.INVALID_NUMERIC,
          component,
          "there is no decimal of precision " + precision + " and scale " + scale,
          "Let the precision be from 1 to 1000, and the scale from 0 to the precision.");
      return Optional.empty();
    }
    return Optional.of(ColumnType.decimal(precision, scale));
  }

  private Optional<ColumnType> enumeration(
      RecordComponentElement component, ValueType.Enumeration enumeration) {
    if (enumeration.labels().isEmpty()) {
      round.cannotMap(
          ProblemCode.INVALID_ENUM,
          component,
          "enum " + enumeration.name().nestedName() + " has no constants",
          "Give it at least one.");
      return Optional.empty();
    }
    NativeEnum nativeEnum = component.getAnnotation(NativeEnum.class);
    return Optional.of(ColumnType.enumeration(
        nativeEnum == null ? null : nativeEnum.value(), enumeration.labels()));
  }

  private static int length(RecordComponentElement component) {
    Column column = component.getAnnotation(Column.class);
    if (column != null && column.length() > 0) {
      return column.length();
    }
    return JakartaRules.alwaysOfValue(component).stream()
        .filter(rule -> rule.name().equals("Size"))
        .flatMap(rule -> rule.number("max").stream())
        .filter(max -> max > 0 && max < Integer.MAX_VALUE)
        .mapToInt(Long::intValue)
        .min()
        .orElse(0);
  }

  private String binaryName(JavaName name) {
    Elements elements = round.elements();
    TypeElement type = elements.getTypeElement(name.qualifiedName());
    return type == null ? name.qualifiedName() : elements.getBinaryName(type).toString();
  }
}
