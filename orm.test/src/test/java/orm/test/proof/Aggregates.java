package orm.test.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an aggregate makes of values that are not null. */
record Aggregates(Term term) {
  /** What stands between joined texts. */
  static final String SEPARATOR = ", ";

  @Nullable
  Object of(List<Object> values) {
    return switch (term.op()) {
      case COUNT_ROWS, COUNT -> (long) values.size();
      case COUNT_DISTINCT -> {
        TreeSet<Object> once = new TreeSet<>(Functions::compare);
        once.addAll(values);
        yield (long) once.size();
      }
      default -> values.isEmpty() ? null : ofSome(values);
    };
  }

  private Object ofSome(List<Object> values) {
    List<Object> sorted = new ArrayList<>(values);
    sorted.sort(Functions::compare);
    return switch (term.op()) {
      case MIN -> sorted.get(0);
      case MAX -> sorted.get(sorted.size() - 1);
      case JOIN -> String.join(SEPARATOR, sorted.stream().map(Object::toString).toList());
      case SUM -> {
        BigDecimal sum = sum(values);
        yield switch (term.type()) {
          case INT -> sum.intValueExact();
          case LONG -> sum.longValueExact();
          default -> sum;
        };
      }
      case AVG ->
        sum(values)
            .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128)
            .doubleValue();
      default -> throw new IllegalStateException("no aggregate: " + term.op());
    };
  }

  private static BigDecimal sum(List<Object> values) {
    return values.stream()
        .map(value -> new BigDecimal(value.toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
