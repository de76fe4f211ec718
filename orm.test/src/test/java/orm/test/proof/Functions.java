package orm.test.proof;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What functions of known operands give, by the documentation of the query API. */
final class Functions {
  private Functions() {}

  /** Orders values of one type; text by code points. */
  static int compare(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      int[] x = a.codePoints().toArray();
      int[] y = b.codePoints().toArray();
      return Arrays.compare(x, y);
    }
    @SuppressWarnings("unchecked") // both are of one type, which has an order
    Comparable<Object> comparable = (Comparable<Object>) left;
    return comparable.compareTo(right);
  }

  static boolean same(Object left, Object right) {
    return compare(left, right) == 0;
  }

  /** A function that is null where an operand is. */
  static Object strict(Term term, List<Object> args) {
    Object first = args.get(0);
    return switch (term.op()) {
      case EQ -> same(first, args.get(1));
      case NE -> !same(first, args.get(1));
      case LT -> compare(first, args.get(1)) < 0;
      case LE -> compare(first, args.get(1)) <= 0;
      case GT -> compare(first, args.get(1)) > 0;
      case GE -> compare(first, args.get(1)) >= 0;
      case PLUS, MINUS, TIMES, DIVIDED_BY, REMAINDER -> arithmetic(term.op(), first, args.get(1));
      case NEGATED -> arithmetic(Op.MINUS, zero(first), first);
      case ABS ->
        compare(first, zero(first)) < 0 ? arithmetic(Op.MINUS, zero(first), first) : first;
      case AS_LONG ->
        first instanceof BigDecimal decimal
            ? decimal.setScale(0, RoundingMode.DOWN).longValueExact()
            : ((Number) first).longValue();
      case AS_DECIMAL ->
        first instanceof BigDecimal ? first : BigDecimal.valueOf(((Number) first).longValue());
      case YEAR -> ((LocalDate) first).getYear();
      case MONTH -> ((LocalDate) first).getMonthValue();
      case DAY -> ((LocalDate) first).getDayOfMonth();
      case TRUNCATED_TO -> truncated((LocalDate) first, (ChronoUnit) data(term));
      case PLUS_TIME -> {
        Amount amount = (Amount) data(term);
        yield ((LocalDate) first).plus(amount.count(), amount.unit());
      }
      default -> text(term, (String) first, args);
    };
  }

  /** An amount of time. */
  record Amount(long count, ChronoUnit unit) {}

  /** A part of a text. */
  record Range(int from, int length) {}

  /** What is replaced by what. */
  record Change(String old, String replacement) {}

  private static Object data(Term term) {
    Object data = term.data();
    if (data == null) {
      throw new IllegalStateException(term + " has no data");
    }
    return data;
  }

  private static Object text(Term term, String text, List<Object> args) {
    return switch (term.op()) {
      case LIKE -> like(text, (String) data(term));
      case LIKE_IGNORE_CASE -> like(lower(text), lower((String) data(term)));
      case CONTAINS -> text.contains((String) data(term));
      case CONTAINS_IGNORE_CASE -> lower(text).contains(lower((String) data(term)));
      case STARTS_WITH -> text.startsWith((String) data(term));
      case ENDS_WITH -> text.endsWith((String) data(term));
      case LOWER -> lower(text);
      case UPPER -> mapped(text, Character::toUpperCase);
      case TRIM -> trimmed(text);
      case CONCAT -> text + args.get(1);
      case LENGTH -> text.codePointCount(0, text.length());
      case SUBSTRING -> part(text, (Range) data(term));
      case REPLACE -> {
        Change change = (Change) data(term);
        yield text.replace(change.old(), change.replacement());
      }
      case POSITION_OF -> {
        int at = text.indexOf((String) data(term));
        yield at < 0 ? 0 : text.codePointCount(0, at) + 1;
      }
      default -> throw new IllegalStateException("no function: " + term.op());
    };
  }

  private static Object zero(Object like) {
    if (like instanceof Integer) {
      return 0;
    }
    return like instanceof Long ? 0L : BigDecimal.ZERO;
  }

  /** Exact, in the type of the operands; an error where it does not fit. */
  private static Object arithmetic(Op op, Object left, Object right) {
    if (left instanceof Integer a && right instanceof Integer b) {
      return Math.toIntExact((Long) arithmetic(op, (long) a, (long) b));
    } else if (left instanceof Long a && right instanceof Long b) {
      return switch (op) {
        case PLUS -> Math.addExact(a, b);
        case MINUS -> Math.subtractExact(a, b);
        case TIMES -> Math.multiplyExact(a, b);
        case DIVIDED_BY -> {
          if (a == Long.MIN_VALUE && b == -1) {
            throw new ArithmeticException("long overflow");
          }
          yield a / b;
        }
        default -> a % b;
      };
    }
    BigDecimal a = (BigDecimal) left;
    BigDecimal b = (BigDecimal) right;
    return switch (op) {
      case PLUS -> a.add(b);
      case MINUS -> a.subtract(b);
      case TIMES -> a.multiply(b);
      default -> throw new IllegalStateException("decimals know no " + op);
    };
  }

  private static LocalDate truncated(LocalDate date, ChronoUnit unit) {
    return switch (unit) {
      case YEARS -> date.withDayOfYear(1);
      case MONTHS -> date.withDayOfMonth(1);
      case WEEKS -> date.minusDays(date.getDayOfWeek().getValue() - 1L);
      default -> date;
    };
  }

  static String lower(String text) {
    return mapped(text, Character::toLowerCase);
  }

  private static String mapped(String text, IntUnaryOperator change) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(change).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String trimmed(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && text.charAt(begin) == ' ') {
      begin++;
    }
    while (begin < end && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(begin, end);
  }

  private static String part(String text, Range range) {
    StringBuilder out = new StringBuilder();
    text.codePoints().skip(range.from() - 1L).limit(range.length()).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** A pattern with a backslash as escape; one at the very end stands for itself. */
  static boolean like(String text, String pattern) {
    int[] chars = text.codePoints().toArray();
    int[] wanted = pattern.codePoints().toArray();
    Deque<int[]> todo = new ArrayDeque<>();
    todo.push(new int[] {0, 0});
    while (!todo.isEmpty()) {
      int[] at = todo.pop();
      int c = at[0];
      int w = at[1];
      if (w == wanted.length) {
        if (c == chars.length) {
          return true;
        }
      } else if (wanted[w] == '%') {
        todo.push(new int[] {c, w + 1});
        if (c < chars.length) {
          todo.push(new int[] {c + 1, w});
        }
      } else if (c < chars.length) {
        boolean escaped = wanted[w] == '\\' && w + 1 < wanted.length;
        int literal = escaped ? w + 1 : w;
        if (chars[c] == wanted[literal] || (!escaped && wanted[w] == '_')) {
          todo.push(new int[] {c + 1, literal + 1});
        }
      }
    }
    return false;
  }

  static @Nullable Boolean not(@Nullable Object truth) {
    return truth == null ? null : !(Boolean) truth;
  }
}
