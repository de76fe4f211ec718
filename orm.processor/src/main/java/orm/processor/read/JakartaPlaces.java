package orm.processor.read;

import java.util.Set;
import javax.lang.model.element.RecordComponentElement;
import orm.processor.model.Component;
import orm.processor.model.Form;
import orm.processor.model.ScalarType;
import orm.processor.model.ValueType;
import orm.processor.report.ProblemCode;

/** Finds rules of Jakarta Validation on values that they cannot check. */
final class JakartaPlaces {
  private static final Set<String> OF_TEXT = Set.of("NotBlank", "Email", "Pattern");
  private static final Set<String> OF_SIZE = Set.of("Size", "NotEmpty");
  private static final Set<String> OF_TIME =
      Set.of("Past", "PastOrPresent", "Future", "FutureOrPresent");
  private static final Set<String> OF_TRUTH = Set.of("AssertTrue", "AssertFalse");

  /** Of texts that hold numbers, too. */
  private static final Set<String> OF_NUMBER = Set.of(
      "Min",
      "Max",
      "DecimalMin",
      "DecimalMax",
      "Digits",
      "Positive",
      "PositiveOrZero",
      "Negative",
      "NegativeOrZero");

  private final Round round;

  JakartaPlaces(Round round) {
    this.round = round;
  }

  void check(RecordComponentElement element, Component component) {
    if (component.form() == Form.OPTIONAL) {
      for (JakartaRules.Rule rule : JakartaRules.ofComponent(element)) {
        if (!rule.name().equals("NotNull")) {
          refuse(
              element,
              rule,
              "an Optional itself",
              "Write it inside: Optional<@" + rule.name() + " …>.");
        }
      }
    }
    for (JakartaRules.Rule rule : JakartaRules.ofValue(element)) {
      String wanted = wanted(rule.name());
      if (!wanted.isEmpty() && !fits(rule.name(), component)) {
        refuse(
            element,
            rule,
            what(component),
            "It checks " + wanted + "; remove it, or declare the component so.");
      }
    }
  }

  private void refuse(
      RecordComponentElement element, JakartaRules.Rule rule, String what, String fix) {
    round.cannotMap(
        ProblemCode.INVALID_RULE, element, "@" + rule.name() + " cannot check " + what, fix);
  }

  private static String what(Component component) {
    if (component instanceof Component.Value value) {
      return "values of type " + value.value().boxed().display();
    }
    return component instanceof Component.Reference ? "a reference" : "an embedded record";
  }

  /** What a rule checks; empty where it may check anything. */
  private static String wanted(String rule) {
    if (OF_TEXT.contains(rule)) {
      return "texts";
    } else if (OF_SIZE.contains(rule)) {
      return "texts, lists and arrays";
    } else if (OF_TIME.contains(rule)) {
      return "dates and times";
    } else if (OF_TRUTH.contains(rule)) {
      return "booleans";
    }
    return OF_NUMBER.contains(rule) ? "numbers" : "";
  }

  /** Of types of the user's only the validator knows. */
  private static boolean fits(String rule, Component component) {
    if (!(component instanceof Component.Value value)) {
      return false;
    }
    if (value.value() instanceof ValueType.Many) {
      return OF_SIZE.contains(rule);
    }
    if (!(value.value() instanceof ValueType.Scalar scalar)) {
      return !(value.value() instanceof ValueType.Enumeration);
    }
    return switch (scalar.type()) {
      case TEXT -> OF_TEXT.contains(rule) || OF_SIZE.contains(rule) || OF_NUMBER.contains(rule);
      case BYTES -> OF_SIZE.contains(rule);
      case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, DECIMAL -> OF_NUMBER.contains(rule);
      case DATE, TIME, DATE_TIME, INSTANT, OFFSET_DATE_TIME -> OF_TIME.contains(rule);
      case BOOLEAN -> OF_TRUTH.contains(rule);
      case JSON -> true;
      case CHAR, UUID, DURATION, INET, CIDR, MAC_ADDRESS, INTERVAL -> false;
    };
  }

  /** {@return whether the values of a component are numbers} */
  static boolean isNumber(ScalarType type) {
    return type.columnClass() == ScalarType.ColumnClass.NUMBER;
  }
}
