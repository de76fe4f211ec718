package orm.processor.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import orm.api.schema.ColumnType;
import orm.api.schema.Naming;
import orm.processor.model.Component;
import orm.processor.model.Constraint;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;

/**
 * Makes checks of the database from rules of Jakarta Validation, where SQL can say them.
 *
 * <p>A check says the same on every database, and never refuses what the rule allows; it may allow
 * what the rule refuses. Null fits every check, as it fits every rule but those that are NOT NULL.
 */
final class JakartaChecks {
  /** The digits that a database without exact decimals compares without error. */
  private static final int EXACT_DIGITS = 15;

  /** More digits than this are not scaled to a whole number, but kept as text. */
  private static final int SCALED_DIGITS = 18;

  private final RecordComponentElement element;
  private final String hole;
  private final ScalarType scalar;
  private final ColumnType type;

  private JakartaChecks(RecordComponentElement element, ScalarType scalar, ColumnType type) {
    this.element = element;
    this.hole = "{" + element.getSimpleName() + "}";
    this.scalar = scalar;
    this.type = type;
  }

  /** The checks of a component, those of one kind of rule together. */
  static List<Constraint> of(RecordComponentElement element, Component component) {
    if (!(component instanceof Component.Value value)
        || !(value.value() instanceof ValueType.Scalar kind)) {
      return List.of();
    }
    JakartaChecks checks =
        new JakartaChecks(element, kind.type(), value.column().type());
    Map<String, List<String>> conditions = new LinkedHashMap<>();
    for (JakartaRules.Rule rule : JakartaRules.alwaysOfValue(element)) {
      checks
          .condition(rule)
          .ifPresent(condition -> conditions
              .computeIfAbsent(Naming.snakeCase(rule.name()), any -> new ArrayList<>())
              .add(condition));
    }
    List<Constraint> made = new ArrayList<>();
    conditions.forEach((rule, all) -> made.add(checks.check(rule, String.join(" AND ", all))));
    return made;
  }

  private Constraint check(String rule, String condition) {
    return new Constraint.Check(null, condition, element.getSimpleName().toString(), rule, element);
  }

  private Optional<String> condition(JakartaRules.Rule rule) {
    if (rule.name().equals("Null")) {
      return Optional.of(hole + " IS NULL");
    }
    return switch (scalar) {
      case TEXT -> text(rule);
      case BYTES -> size(rule);
      case BOOLEAN -> truth(rule);
      default -> JakartaPlaces.isNumber(scalar) ? number(rule) : Optional.empty();
    };
  }

  private Optional<String> text(JakartaRules.Rule rule) {
    return switch (rule.name()) {
      // other white space than blanks has no name that all databases share
      case "NotBlank" -> Optional.of("trim(" + hole + ") <> ''");
      case "NotEmpty" -> Optional.of(hole + " <> ''");
      default -> size(rule);
    };
  }

  /** The greatest size of a text is mostly the length of its column. */
  private Optional<String> size(JakartaRules.Rule rule) {
    if (rule.name().equals("NotEmpty")) {
      return Optional.of("length(" + hole + ") >= 1");
    }
    if (!rule.name().equals("Size")) {
      return Optional.empty();
    }
    List<String> conditions = new ArrayList<>();
    rule.number("min")
        .filter(min -> min > 0)
        .ifPresent(min -> conditions.add("length(" + hole + ") >= " + min));
    rule.number("max")
        .filter(max -> type.size() == 0 || type.size() > max)
        .ifPresent(max -> conditions.add("length(" + hole + ") <= " + max));
    return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
  }

  private Optional<String> truth(JakartaRules.Rule rule) {
    return switch (rule.name()) {
      case "AssertTrue" -> Optional.of(hole + " = TRUE");
      case "AssertFalse" -> Optional.of(hole + " = FALSE");
      default -> Optional.empty();
    };
  }

  private Optional<String> number(JakartaRules.Rule rule) {
    return switch (rule.name()) {
      case "Min" -> bound(">=", rule.number("value").map(BigDecimal::valueOf));
      case "Max" -> bound("<=", rule.number("value").map(BigDecimal::valueOf));
      case "DecimalMin" -> bound(inclusive(rule) ? ">=" : ">", decimal(rule));
      case "DecimalMax" -> bound(inclusive(rule) ? "<=" : "<", decimal(rule));
      case "Positive" -> Optional.of(hole + " > 0");
      case "PositiveOrZero" -> Optional.of(hole + " >= 0");
      case "Negative" -> Optional.of(hole + " < 0");
      case "NegativeOrZero" -> Optional.of(hole + " <= 0");
      case "Digits" -> digits(rule);
      default -> Optional.empty();
    };
  }

  private static boolean inclusive(JakartaRules.Rule rule) {
    return !rule.text("inclusive").equals("false");
  }

  private static Optional<BigDecimal> decimal(JakartaRules.Rule rule) {
    try {
      return Optional.of(new BigDecimal(rule.text("value")));
    } catch (NumberFormatException wrong) {
      return Optional.empty(); // the validator refuses it, with a better message
    }
  }

  private Optional<String> bound(String operator, Optional<BigDecimal> bound) {
    return bound
        .filter(value -> isExact(value, operator.length() == 1))
        .map(value -> hole + " " + operator + " " + value.toPlainString());
  }

  /** Whether every database compares values of the column with a number as Java does. */
  private boolean isExact(BigDecimal bound, boolean strict) {
    return switch (scalar) {
      case FLOAT -> isFinite(bound) && same(bound, new BigDecimal(bound.floatValue()));
      case DOUBLE -> isFinite(bound) && same(bound, new BigDecimal(bound.doubleValue()));
      case DECIMAL ->
        bound.signum() == 0
            || (type.hasScale()
                ? type.size() <= EXACT_DIGITS || (type.size() > SCALED_DIGITS && !strict)
                : !strict);
      default -> true;
    };
  }

  private static boolean isFinite(BigDecimal number) {
    return Float.isFinite(number.floatValue());
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }

  /** Digits behind the point belong to the type of the column. */
  private Optional<String> digits(JakartaRules.Rule rule) {
    int integer = rule.number("integer").orElse(0L).intValue();
    boolean wide = scalar == ScalarType.DECIMAL
        ? type.hasScale() && type.size() - type.scale() <= integer
        : integer >= SCALED_DIGITS;
    if (wide || scalar == ScalarType.FLOAT || scalar == ScalarType.DOUBLE) {
      return Optional.empty();
    }
    BigDecimal limit = BigDecimal.ONE.scaleByPowerOfTen(integer);
    return isExact(limit, true)
        ? Optional.of(
            hole + " > -" + limit.toPlainString() + " AND " + hole + " < " + limit.toPlainString())
        : Optional.empty();
  }
}
