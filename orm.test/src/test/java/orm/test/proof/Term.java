package orm.test.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query that has a value.
 *
 * @param op what it does
 * @param type what it gives
 * @param scale the digits behind the point of a decimal
 * @param bound no value of it is further from zero than this; 0 where it is no number
 * @param args its operands
 * @param data what is no operand: a {@link Place}, a value, a list of values, an {@link Ask}, a
 *     {@link Way}
 */
record Term(
    Op op,
    Type type,
    int scale,
    double bound,
    List<Term> args,
    @Nullable Object data) {
  /** A column of an origin, or of the row at the end of a path from it. */
  record Place(int origin, List<String> path, String column) {}

  /** A path to many rows, which stand for an origin of their own. */
  record Way(int parent, String name, int origin) {
    /** The same for all ways that lead to one instance. */
    String key() {
      return parent + "." + name;
    }
  }

  Term {
    args = List.copyOf(args);
  }

  static Term of(Op op, Type type, Term... args) {
    return new Term(op, type, 0, 0, List.of(args), null);
  }

  static Term with(Op op, Type type, @Nullable Object data, Term... args) {
    return new Term(op, type, 0, 0, List.of(args), data);
  }

  Term number(int digits, double most) {
    return new Term(op, type, digits, most, args, data);
  }

  Term withArgs(List<Term> changed) {
    return new Term(op, type, scale, bound, changed, data);
  }

  Term withData(Object changed) {
    return new Term(op, type, scale, bound, args, changed);
  }

  /** Whether the expression has the methods of its type, as a choice between values has not. */
  boolean isRich() {
    return switch (op) {
      case LITERAL, CASE, GREATEST, LEAST -> false;
      case COALESCE, NULL_IF ->
        type != Type.BOOL && type != Type.DATE && args.get(0).isRich();
      case SCALAR, MIN, MAX, JOIN -> type.isNumber();
      default -> true;
    };
  }

  boolean hasAggregate() {
    return op.isAggregate() || args.stream().anyMatch(Term::hasAggregate);
  }

  /** Collects the origins that this reads, without those that begin inside. */
  void addOrigins(Set<Integer> origins) {
    if (data instanceof Place place) {
      origins.add(place.origin());
    } else if (data instanceof Way way) {
      origins.add(way.parent());
    } else if (data instanceof Ask ask) {
      ask.addOrigins(origins);
    }
    args.forEach(arg -> arg.addOrigins(origins));
  }

  /** All terms that are smaller by one step and of the same type. */
  List<Term> smaller() {
    List<Term> smaller = new ArrayList<>();
    for (Term arg : args) {
      if (arg.type == type && arg.scale == scale && (arg.isRich() || !isRich())) {
        smaller.add(arg);
      }
    }
    if ((op == Op.AND || op == Op.OR) && args.size() > 1) {
      for (int i = 0; i < args.size(); i++) {
        List<Term> fewer = new ArrayList<>(args);
        fewer.remove(i);
        smaller.add(withArgs(fewer));
      }
    }
    if (op == Op.CASE && args.size() > 3) {
      smaller.add(withArgs(args.subList(2, args.size())));
    }
    if (op.isAggregate() && data instanceof Term) {
      smaller.add(new Term(op, type, scale, bound, args, null));
    }
    for (int i = 0; i < args.size(); i++) {
      int at = i;
      UnaryOperator<Term> put = inner -> {
        List<Term> changed = new ArrayList<>(args);
        changed.set(at, inner);
        return withArgs(changed);
      };
      args.get(i).smaller().stream().map(put).forEach(smaller::add);
    }
    if (data instanceof Ask ask) {
      ask.smaller().stream().map(this::withData).forEach(smaller::add);
    } else if (data instanceof Term filter) {
      filter.smaller().stream().map(this::withData).forEach(smaller::add);
    } else if (data instanceof List<?> values && values.size() > 1) {
      smaller.add(withData(values.subList(0, 1)));
      smaller.add(withData(values.subList(1, values.size())));
    }
    return smaller;
  }

  @Override
  public String toString() {
    if (data instanceof Place place) {
      return "t" + place.origin() + "."
          + place.path().stream().map(step -> step + "().").reduce("", String::concat)
          + place.column();
    }
    if (op == Op.LITERAL) {
      return data instanceof String ? "\"" + data + "\"" : String.valueOf(data);
    }
    StringBuilder out = new StringBuilder(op.name().toLowerCase(Locale.ROOT)).append('(');
    String separator = "";
    for (Term arg : args) {
      out.append(separator).append(arg);
      separator = ", ";
    }
    if (data != null) {
      out.append(separator).append(data);
    }
    return out.append(')').toString();
  }
}
