package orm.test.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import orm.test.proof.Origin.Field;
import orm.test.proof.Term.Place;
import orm.test.proof.Term.Way;

/**
 * Makes random terms of a type. No term overflows or divides by zero, because databases are free to
 * compute what the answer does not need; errors have a proof of their own.
 */
final class TermGenerator {
  private static final double MOST_INT = 1e8;
  private static final double MOST_LONG = 1e14;
  private static final List<String> PATTERNS = List.of(
      "%",
      "a%",
      "%b",
      "_",
      "__",
      "%a%",
      "\\%",
      "%\\%",
      "a\\_b",
      "\\",
      "É%",
      "_\uD83D\uDE00%",
      "[a]",
      "*",
      "?%",
      "%\\\\%",
      "");

  private final Random random;
  private final Leaves leaves;
  private final AskGenerator queries;

  TermGenerator(Random random, Leaves leaves, AskGenerator queries) {
    this.random = random;
    this.leaves = leaves;
    this.queries = queries;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  @SafeVarargs
  private <T> T pick(T... all) {
    return all[random.nextInt(all.length)];
  }

  Type orderedType() {
    return pick(Type.KEY, Type.INT, Type.INT, Type.LONG, Type.DECIMAL, Type.TEXT, Type.DATE);
  }

  // ---- Conditions

  /** A condition that is also an expression with methods of its own. */
  Term condition(int depth) {
    if (depth <= 0) {
      return oneIn(4) ? leaves.rich(Type.BOOL) : comparison(0);
    }
    return switch (random.nextInt(14)) {
      case 0, 1 -> logic(Op.AND, depth);
      case 2, 3 -> logic(Op.OR, depth);
      case 4 -> Term.of(Op.NOT, Type.BOOL, condition(depth - 1));
      case 5 -> Term.of(Op.IS_NOT_TRUE, Type.BOOL, condition(depth - 1));
      case 6 ->
        Term.of(pick(Op.IS_NULL, Op.IS_NOT_NULL), Type.BOOL, term(pick(Type.values()), depth - 1));
      case 7 ->
        Term.of(
            pick(Op.EQ, Op.NE, Op.IS_DISTINCT_FROM),
            Type.BOOL,
            condition(depth - 1),
            oneIn(3) ? literal(Type.BOOL, 0) : term(Type.BOOL, depth - 1));
      case 8, 9 -> leaves.takesQueries() ? relation(depth - 1) : comparison(depth - 1);
      case 10, 11 -> textCondition(depth - 1);
      default -> comparison(depth - 1);
    };
  }

  private Term logic(Op op, int depth) {
    List<Term> all = new ArrayList<>();
    int size = oneIn(8) ? random.nextInt(2) : 2 + random.nextInt(2);
    for (int i = 0; i < size; i++) {
      all.add(condition(depth - 1));
    }
    return new Term(op, Type.BOOL, 0, 0, all, null);
  }

  private Term comparison(int depth) {
    Type type = orderedType();
    Term left = term(type, depth);
    while (left.op() == Op.LITERAL) {
      left = term(type, depth);
    }
    return switch (random.nextInt(8)) {
      case 0, 1 ->
        Term.of(
            Op.BETWEEN, Type.BOOL, left, operand(left, depth, true), operand(left, depth, true));
      case 2 -> {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          values.add(Objects.requireNonNull(literal(type, left.scale()).data()));
        }
        yield Term.with(pick(Op.IN, Op.NOT_IN), Type.BOOL, List.copyOf(values), left);
      }
      case 3, 4 ->
        Term.of(
            pick(Op.EQ, Op.NE, Op.IS_DISTINCT_FROM), Type.BOOL, left, operand(left, depth, false));
      default ->
        Term.of(pick(Op.LT, Op.LE, Op.GT, Op.GE), Type.BOOL, left, operand(left, depth, true));
    };
  }

  /** What a term is compared with; a range may end between the values of a column. */
  private Term operand(Term left, int depth, boolean range) {
    if (oneIn(2)) {
      return literal(left.type(), range ? 6 : left.scale());
    }
    Term right = term(left.type(), depth);
    return right.op() == Op.LITERAL ? literal(left.type(), left.scale()) : right;
  }

  private Term textCondition(int depth) {
    Term text = rich(Type.TEXT, depth);
    Op op = pick(
        Op.LIKE,
        Op.LIKE_IGNORE_CASE,
        Op.CONTAINS,
        Op.CONTAINS_IGNORE_CASE,
        Op.STARTS_WITH,
        Op.ENDS_WITH);
    boolean pattern = op == Op.LIKE || op == Op.LIKE_IGNORE_CASE;
    String operand =
        pattern && !oneIn(3) ? PATTERNS.get(random.nextInt(PATTERNS.size())) : Stock.text(random);
    return Term.with(op, Type.BOOL, operand, text);
  }

  private Term relation(int depth) {
    List<Way> ways = leaves.ways(queries);
    if (!ways.isEmpty() && oneIn(2)) {
      Way way = ways.get(random.nextInt(ways.size()));
      Leaves inner = leaves.within(way.origin(), Stock.target(way.name()), way.key());
      List<Term> all = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        all.add(new TermGenerator(random, inner, queries).condition(depth));
      }
      Op op = all.isEmpty() ? Op.ANY : pick(Op.ANY, Op.EVERY);
      return new Term(op, Type.BOOL, 0, 0, all, way);
    }
    if (oneIn(2)) {
      return Term.with(Op.EXISTS, Type.BOOL, queries.inner(leaves, null, depth));
    }
    Term operand = leaves.column(orderedType());
    Ask rows = queries.inner(leaves, operand.type(), depth);
    return Term.with(pick(Op.IN_QUERY, Op.NOT_IN_QUERY), Type.BOOL, rows, operand);
  }

  // ---- Values

  /** A term of a type; perhaps a literal. */
  Term term(Type type, int depth) {
    if (type == Type.DOUBLE) {
      return term(Type.INT, depth);
    }
    if (depth <= 0) {
      return leaves.column(type);
    }
    return switch (random.nextInt(10)) {
      case 0 -> choice(type, depth - 1);
      case 1 -> coalesced(type, depth - 1);
      case 2 -> extreme(type, depth - 1);
      case 3 ->
        leaves.takesQueries() && type.isOrdered()
            ? queries.scalar(leaves, type, depth - 1)
            : rich(type, depth);
      default -> rich(type, depth);
    };
  }

  private Term coalesced(Type type, int depth) {
    Term first = term(type, depth);
    while (first.op() == Op.LITERAL) {
      first = leaves.column(type);
    }
    if (oneIn(3)) {
      Term value = literal(type, first.scale());
      return Term.of(Op.NULL_IF, type, first, value).number(first.scale(), first.bound());
    }
    Term other = oneIn(2) ? literal(type, first.scale()) : term(type, depth);
    return Term.of(Op.COALESCE, type, first, other)
        .number(Math.max(first.scale(), other.scale()), Math.max(first.bound(), other.bound()));
  }

  private Term extreme(Type type, int depth) {
    if (!type.isOrdered()) {
      return condition(depth);
    }
    Term one = rich(type, depth);
    Term other = rich(type, depth);
    return Term.of(pick(Op.GREATEST, Op.LEAST), type, one, other)
        .number(Math.max(one.scale(), other.scale()), Math.max(one.bound(), other.bound()));
  }

  private Term choice(Type type, int depth) {
    List<Term> args = new ArrayList<>();
    boolean values = oneIn(3);
    Term widest = null;
    int branches = 1 + random.nextInt(2);
    boolean otherwise = oneIn(2);
    for (int i = 0; i < branches + (otherwise ? 1 : 0); i++) {
      if (i < branches) {
        args.add(condition(depth));
      }
      Term value = values ? literal(type, 3) : term(type, depth);
      args.add(value);
      if (widest == null || value.scale() > widest.scale()) {
        widest = value;
      }
    }
    if (!values && oneIn(3)) {
      args.set(1, literal(type, widest == null ? 0 : widest.scale()));
      int scale = 0;
      boolean typed = false;
      for (int i = 3; i < args.size(); i += 2) {
        scale = Math.max(scale, args.get(i).scale());
        typed |= args.get(i).op() != Op.LITERAL;
      }
      if (otherwise) {
        Term last = args.get(args.size() - 1);
        scale = Math.max(scale, last.scale());
        typed |= last.op() != Op.LITERAL;
      }
      args.set(1, literal(type, typed ? scale : 3));
    }
    int scale = 0;
    double bound = 0;
    for (int i = 0; i < args.size(); i++) {
      if (i % 2 == 1 || i == args.size() - 1) {
        scale = Math.max(scale, args.get(i).scale());
        bound = Math.max(bound, args.get(i).bound());
      }
    }
    return new Term(Op.CASE, type, scale, bound, args, null);
  }

  /** A term whose expression has the methods of its type. */
  Term rich(Type type, int depth) {
    if (depth <= 0 || oneIn(5)) {
      return leaves.rich(type);
    }
    return switch (type) {
      case INT, LONG, DECIMAL -> number(type, depth - 1);
      case TEXT -> text(depth - 1);
      case BOOL -> condition(depth - 1);
      case DATE -> date(depth - 1);
      default -> leaves.rich(type);
    };
  }

  private Term date(int depth) {
    Term date = rich(Type.DATE, depth);
    ChronoUnit unit = pick(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);
    return oneIn(2)
        ? Term.with(Op.TRUNCATED_TO, Type.DATE, unit, date)
        : Term.with(
            Op.PLUS_TIME, Type.DATE, new Functions.Amount(random.nextInt(61) - 30L, unit), date);
  }

  private Term text(int depth) {
    Term text = rich(Type.TEXT, depth);
    return switch (random.nextInt(7)) {
      case 0 -> Term.of(Op.LOWER, Type.TEXT, text);
      case 1 -> Term.of(Op.UPPER, Type.TEXT, text);
      case 2 -> Term.of(Op.TRIM, Type.TEXT, text);
      case 3 ->
        Term.with(
            Op.SUBSTRING,
            Type.TEXT,
            new Functions.Range(1 + random.nextInt(4), random.nextInt(4)),
            text);
      case 4 ->
        Term.with(
            Op.REPLACE, Type.TEXT, new Functions.Change(notEmpty(), Stock.text(random)), text);
      default ->
        Term.of(
            Op.CONCAT, Type.TEXT, text, oneIn(2) ? literal(Type.TEXT, 0) : term(Type.TEXT, depth));
    };
  }

  private String notEmpty() {
    String text = Stock.text(random);
    return text.isEmpty() ? "b" : text;
  }

  private Term number(Type type, int depth) {
    if (type == Type.INT && oneIn(3)) {
      return switch (random.nextInt(5)) {
        case 0 -> Term.of(Op.LENGTH, type, rich(Type.TEXT, depth)).number(0, 1000);
        case 1 ->
          Term.with(Op.POSITION_OF, type, Stock.text(random), rich(Type.TEXT, depth))
              .number(0, 1000);
        case 2 -> Term.of(Op.YEAR, type, rich(Type.DATE, depth)).number(0, 3000);
        case 3 -> Term.of(Op.MONTH, type, rich(Type.DATE, depth)).number(0, 12);
        default -> Term.of(Op.DAY, type, rich(Type.DATE, depth)).number(0, 31);
      };
    }
    Term left = rich(type, depth);
    switch (random.nextInt(8)) {
      case 0 -> {
        return Term.of(Op.NEGATED, type, left).number(left.scale(), left.bound());
      }
      case 1 -> {
        return Term.of(Op.ABS, type, left).number(left.scale(), left.bound());
      }
      case 2 -> {
        return converted(type, depth);
      }
      default -> {}
    }
    Term right = oneIn(2) ? literal(type, 3) : term(type, depth);
    Op op = pick(Op.PLUS, Op.MINUS, Op.MINUS, Op.TIMES, Op.DIVIDED_BY, Op.REMAINDER);
    if (op == Op.DIVIDED_BY || op == Op.REMAINDER) {
      if (type == Type.DECIMAL) {
        op = Op.MINUS;
      } else {
        return divided(op, left, right);
      }
    }
    int scale =
        op == Op.TIMES ? left.scale() + right.scale() : Math.max(left.scale(), right.scale());
    double bound = op == Op.TIMES ? left.bound() * right.bound() : left.bound() + right.bound();
    return fits(type, scale, bound) ? Term.of(op, type, left, right).number(scale, bound) : left;
  }

  static boolean fits(Type type, int scale, double bound) {
    return switch (type) {
      case INT -> bound < MOST_INT;
      case LONG -> bound < MOST_LONG;
      default -> bound * Math.pow(10, scale) < MOST_LONG && scale <= 10;
    };
  }

  private Term divided(Op op, Term left, Term right) {
    Term divisor = right;
    if (right.op() == Op.LITERAL) {
      Object value = right.data();
      boolean zero = value instanceof Number number && number.longValue() == 0;
      divisor =
          zero ? Term.with(Op.LITERAL, right.type(), whole(right.type(), 1)).number(0, 1) : right;
    } else {
      Term zero = Term.with(Op.LITERAL, right.type(), whole(right.type(), 0));
      divisor = Term.of(Op.NULL_IF, right.type(), right, zero).number(0, right.bound());
    }
    return Term.of(op, left.type(), left, divisor).number(0, left.bound());
  }

  private static Object whole(Type type, int value) {
    if (type == Type.INT) {
      return value;
    }
    return (long) value;
  }

  private Term converted(Type type, int depth) {
    return switch (type) {
      case LONG -> {
        Term from = rich(pick(Type.INT, Type.DECIMAL), depth);
        yield Term.of(Op.AS_LONG, type, from).number(0, from.bound());
      }
      case DECIMAL -> {
        Term from = rich(pick(Type.INT, Type.LONG), depth);
        yield Term.of(Op.AS_DECIMAL, type, from).number(0, from.bound());
      }
      default -> leaves.rich(type);
    };
  }

  // ---- Literals

  Term literal(Type type, int scale) {
    return switch (type) {
      case KEY -> Term.with(Op.LITERAL, type, 1 + random.nextInt(Stock.MAKERS));
      case INT -> Term.with(Op.LITERAL, type, random.nextInt(23) - 11).number(0, 11);
      case LONG ->
        Term.with(
                Op.LITERAL,
                type,
                oneIn(2) ? random.nextInt(9) - 4L : random.nextInt(200_000) - 99_999L)
            .number(0, 100_000);
      case DECIMAL -> {
        int digits = scale == 0 ? 0 : random.nextInt(scale + 1);
        BigDecimal value = BigDecimal.valueOf(random.nextInt(401) - 200L, digits);
        yield Term.with(Op.LITERAL, type, value).number(digits, 200);
      }
      case TEXT -> Term.with(Op.LITERAL, type, Stock.text(random));
      case BOOL -> Term.with(Op.LITERAL, type, random.nextBoolean());
      case DATE ->
        Term.with(Op.LITERAL, type, LocalDate.of(1999, 12, 28).plusDays(random.nextInt(70)));
      case DOUBLE -> throw new IllegalArgumentException("no literal doubles");
    };
  }

  /** The column of a field. */
  static Term column(int origin, List<String> path, Field field) {
    return Term.with(Op.COLUMN, field.type(), new Place(origin, path, field.name()))
        .number(field.scale(), field.bound());
  }
}
