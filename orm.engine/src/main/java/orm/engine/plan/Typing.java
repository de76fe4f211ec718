package orm.engine.plan;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Operator;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;

/** What operators compute. The rules are those of the API, whatever a driver would give. */
final class Typing {
  /** The digits that a 64-bit integer holds whatever they are. */
  private static final int LONG_DIGITS = 18;

  /** More digits than any decimal has that is computed with. */
  private static final int MANY_DIGITS = 1000;

  private Typing() {}

  static ValueType of(Operator operator, List<PlanNode> arguments) {
    return plain(operator, arguments).madeOf(arguments);
  }

  private static ValueType plain(Operator operator, List<PlanNode> arguments) {
    return switch (operator) {
      case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> arithmetic(operator, arguments);
      case COUNT, COUNT_DISTINCT, COUNT_ROWS, ROW_NUMBER, RANK, DENSE_RANK, NTILE, AS_LONG ->
        computed(Kind.BIGINT);
      case AVG, AS_DOUBLE, TEXT_RANK -> computed(Kind.DOUBLE);
      case LENGTH, POSITION, EXTRACT, LIST_SIZE -> computed(Kind.INT);
      case LOWER, UPPER, TRIM, CONCAT, SUBSTRING, REPLACE, JOIN_TEXT, JSON_TEXT ->
        computed(Kind.TEXT);
      case NOW -> computed(Kind.INSTANT);
      case AS_DECIMAL -> asDecimal(arguments.get(0).value());
      case JSON_NUMBER -> jsonNumber(arguments.get(2));
      case CASE -> arguments.get(1).value();
      case SUM -> sum(arguments.get(0).value());
      case NEGATE,
          ABS,
          PLUS_TIME,
          TRUNCATE_TIME,
          COALESCE,
          NULL_IF,
          GREATEST,
          LEAST,
          EXCLUDED,
          SCALAR,
          MIN,
          MAX,
          LAG,
          LEAD,
          FIRST_VALUE,
          LAST_VALUE,
          FILTER -> arguments.get(0).value();
      default -> PlanNode.CONDITION;
    };
  }

  private static ValueType computed(Kind kind) {
    return ValueType.computed(ColumnType.of(kind));
  }

  private static ValueType sum(ValueType argument) {
    ColumnType type = argument.type();
    return type.hasScale()
        ? ValueType.computed(ColumnType.decimal(digits(type, type), type.scale()))
        : ValueType.computed(type);
  }

  private static ValueType asDecimal(ValueType argument) {
    return argument.type().kind() == Kind.DECIMAL
        ? argument
        : ValueType.computed(ColumnType.decimal(LONG_DIGITS, 0));
  }

  private static ValueType jsonNumber(PlanNode javaClass) {
    Object type = ((PlanNode.ConstantNode) javaClass).constant();
    if (type == Integer.class) {
      return computed(Kind.INT);
    } else if (type == Long.class) {
      return computed(Kind.BIGINT);
    } else if (type == Double.class) {
      return computed(Kind.DOUBLE);
    }
    throw new UnsupportedQueryException(
        Failure.of(ErrorCode.UNSUPPORTED_QUERY, "Cannot read a JSON number as " + type)
            .because("JSON numbers are read as Integer, Long or Double")
            .fix("Ask for one of these."));
  }

  /** Databases differ in what they make of the hour of a date, so it is refused. */
  static void requireUnit(Operator operator, List<PlanNode> arguments) {
    if (operator == Operator.EXTRACT
        || operator == Operator.TRUNCATE_TIME
        || operator == Operator.PLUS_TIME) {
      int last = arguments.size() - 1; // behind the amount, if there is one
      ChronoUnit unit = (ChronoUnit) ((PlanNode.ConstantNode) arguments.get(last)).constant();
      PlanNode time = arguments.get(0);
      boolean has = switch (time.type().kind()) {
        case DATE -> unit.isDateBased();
        case TIME -> unit.isTimeBased();
        default -> true;
      };
      if (!has) {
        throw Scope.invalid(
            (operator == Operator.PLUS_TIME ? "Cannot add " : "Cannot take ")
                + unit.toString().toLowerCase(Locale.ROOT)
                + (operator == Operator.PLUS_TIME ? " to " : " of ")
                + time.value().place(),
            "a " + time.type() + " has none",
            "Use a unit that it has.");
      }
    }
  }

  private static ValueType arithmetic(Operator operator, List<PlanNode> arguments) {
    ColumnType left = arguments.get(0).type();
    ColumnType right = arguments.get(1).type();
    if (left.kind() != Kind.DECIMAL) {
      return ValueType.computed(ColumnType.of(left.kind()));
    }
    if (!left.hasScale() || !right.hasScale() || operator == Operator.DIVIDE) {
      return computed(Kind.DECIMAL);
    }
    int scale = operator == Operator.TIMES
        ? left.scale() + right.scale()
        : Math.max(left.scale(), right.scale());
    return ValueType.computed(ColumnType.decimal(Math.max(digits(left, right), scale), scale));
  }

  private static int digits(ColumnType left, ColumnType right) {
    return left.size() <= LONG_DIGITS && right.size() <= LONG_DIGITS ? LONG_DIGITS : MANY_DIGITS;
  }
}
