package orm.test.proof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import orm.api.expression.Aggregate;
import orm.api.expression.Case;
import orm.api.expression.ComparableExpression;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Expressions;
import orm.api.expression.NumberExpression;
import orm.api.expression.TextExpression;
import orm.api.expression.TimeExpression;
import orm.test.proof.Term.Place;
import orm.test.proof.Term.Way;

/** Makes typed expressions; terms remember their types, so casts take the place of generics. */
@SuppressWarnings("unchecked")
final class Terms {
  private final Translation queries;

  Terms(Translation queries) {
    this.queries = queries;
  }

  Condition[] conditions(List<Term> terms) {
    return terms.stream().map(this::condition).toArray(Condition[]::new);
  }

  Condition condition(Term term) {
    return (Condition) of(term);
  }

  private Expression<Object> any(Term term) {
    return (Expression<Object>) of(term);
  }

  private ComparableExpression<Object> ordered(Term term) {
    return (ComparableExpression<Object>) of(term);
  }

  private NumberExpression<Number> number(Term term) {
    return (NumberExpression<Number>) of(term);
  }

  private TextExpression text(Term term) {
    return (TextExpression) of(term);
  }

  private TimeExpression<LocalDate> time(Term term) {
    return (TimeExpression<LocalDate>) of(term);
  }

  private static boolean isLiteral(Term term) {
    return term.op() == Op.LITERAL;
  }

  private static Object data(Term term) {
    return Objects.requireNonNull(term.data(), term.op()::name);
  }

  Expression<?> of(Term term) {
    if (term.op().isAggregate()) {
      Aggregate<?> aggregate = aggregate(term);
      return term.data() instanceof Term filter ? aggregate.filter(condition(filter)) : aggregate;
    }
    return switch (term.op()) {
      case COLUMN -> queries.column((Place) data(term));
      case LITERAL -> Expressions.value(data(term));
      case EQ, NE, LT, LE, GT, GE, BETWEEN, IN, NOT_IN, IS_DISTINCT_FROM -> comparison(term);
      case IS_NULL -> any(term.args().get(0)).isNull();
      case IS_NOT_NULL -> any(term.args().get(0)).isNotNull();
      case AND, OR -> logic(term);
      case NOT -> condition(term.args().get(0)).not();
      case IS_NOT_TRUE -> condition(term.args().get(0)).isNotTrue();
      case COALESCE, NULL_IF, CASE, GREATEST, LEAST -> choice(term);
      case PLUS, MINUS, TIMES, DIVIDED_BY, REMAINDER, NEGATED, ABS, AS_LONG, AS_DECIMAL ->
        arithmetic(term);
      case YEAR -> time(term.args().get(0)).year();
      case MONTH -> time(term.args().get(0)).month();
      case DAY -> time(term.args().get(0)).day();
      case PLUS_TIME -> {
        Functions.Amount amount = (Functions.Amount) data(term);
        yield time(term.args().get(0)).plus(amount.count(), amount.unit());
      }
      case TRUNCATED_TO -> time(term.args().get(0)).truncatedTo((ChronoUnit) data(term));
      case EXISTS -> queries.exists((Ask) data(term));
      case ANY -> queries.way((Way) data(term)).any(conditions(term.args()));
      case EVERY -> queries.way((Way) data(term)).every(conditions(term.args()));
      case IN_QUERY -> any(term.args().get(0)).in(queries.one((Ask) data(term)));
      case NOT_IN_QUERY -> any(term.args().get(0)).notIn(queries.one((Ask) data(term)));
      case SCALAR ->
        term.type().isNumber()
            ? Expressions.scalarNumber(queries.one((Ask) data(term)))
            : Expressions.scalar(queries.one((Ask) data(term)));
      default -> text(term, text(term.args().get(0)));
    };
  }

  private Condition comparison(Term term) {
    List<Term> args = term.args();
    Term other = args.get(args.size() - 1);
    if (term.op() == Op.IN || term.op() == Op.NOT_IN) {
      Collection<Object> values = (Collection<Object>) data(term);
      return term.op() == Op.IN ? any(other).in(values) : any(other).notIn(values);
    }
    if (term.op() == Op.BETWEEN) {
      Term low = args.get(1);
      return isLiteral(low) && isLiteral(other)
          ? ordered(args.get(0)).between(data(low), data(other))
          : ordered(args.get(0)).between(any(low), any(other));
    }
    if (isLiteral(other)) {
      return compared(term.op(), args.get(0), data(other));
    }
    Expression<Object> right = any(other);
    return switch (term.op()) {
      case EQ -> any(args.get(0)).eq(right);
      case NE -> any(args.get(0)).ne(right);
      case LT -> ordered(args.get(0)).lt(right);
      case LE -> ordered(args.get(0)).le(right);
      case GT -> ordered(args.get(0)).gt(right);
      case GE -> ordered(args.get(0)).ge(right);
      default -> any(args.get(0)).isDistinctFrom(right);
    };
  }

  private Condition compared(Op op, Term left, Object value) {
    return switch (op) {
      case EQ -> any(left).eq(value);
      case NE -> any(left).ne(value);
      case LT -> ordered(left).lt(value);
      case LE -> ordered(left).le(value);
      case GT -> ordered(left).gt(value);
      case GE -> ordered(left).ge(value);
      default -> any(left).isDistinctFrom(value);
    };
  }

  private Condition logic(Term term) {
    if (term.args().size() == 2) {
      Condition left = condition(term.args().get(0));
      Condition right = condition(term.args().get(1));
      return term.op() == Op.AND ? left.and(right) : left.or(right);
    }
    Condition[] all = conditions(term.args());
    return term.op() == Op.AND ? Expressions.and(all) : Expressions.or(all);
  }

  private Expression<?> choice(Term term) {
    List<Term> args = term.args();
    return switch (term.op()) {
      case COALESCE ->
        isLiteral(args.get(1))
            ? any(args.get(0)).coalesce(data(args.get(1)))
            : any(args.get(0)).coalesce(any(args.get(1)));
      case NULL_IF -> any(args.get(0)).nullIf(data(args.get(1)));
      case GREATEST -> Expressions.greatest(ordered(args.get(0)), ordered(args.get(1)));
      case LEAST -> Expressions.least(ordered(args.get(0)), ordered(args.get(1)));
      default -> {
        Case<Object> choice = Expressions.when(condition(args.get(0)), any(args.get(1)));
        for (int i = 2; i + 1 < args.size(); i += 2) {
          choice = choice.when(condition(args.get(i)), any(args.get(i + 1)));
        }
        yield args.size() % 2 == 0
            ? choice.otherwiseNull()
            : choice.otherwise(any(args.get(args.size() - 1)));
      }
    };
  }

  private Expression<?> arithmetic(Term term) {
    NumberExpression<Number> left = number(term.args().get(0));
    if (term.args().size() == 1) {
      return switch (term.op()) {
        case NEGATED -> left.negated();
        case ABS -> left.abs();
        case AS_LONG -> left.asLong();
        default -> left.asDecimal();
      };
    }
    Term other = term.args().get(1);
    if (isLiteral(other)) {
      Number value = (Number) data(other);
      return switch (term.op()) {
        case PLUS -> left.plus(value);
        case MINUS -> left.minus(value);
        case TIMES -> left.times(value);
        case DIVIDED_BY -> left.dividedBy(value);
        default -> left.remainder(value);
      };
    }
    Expression<Number> right = (Expression<Number>) of(other);
    return switch (term.op()) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case DIVIDED_BY -> left.dividedBy(right);
      default -> left.remainder(right);
    };
  }

  private Expression<?> text(Term term, TextExpression text) {
    return switch (term.op()) {
      case LIKE -> text.like((String) data(term));
      case LIKE_IGNORE_CASE -> text.likeIgnoreCase((String) data(term));
      case CONTAINS -> text.contains((String) data(term));
      case CONTAINS_IGNORE_CASE -> text.containsIgnoreCase((String) data(term));
      case STARTS_WITH -> text.startsWith((String) data(term));
      case ENDS_WITH -> text.endsWith((String) data(term));
      case LOWER -> text.lower();
      case UPPER -> text.upper();
      case TRIM -> text.trim();
      case CONCAT ->
        isLiteral(term.args().get(1))
            ? text.concat((String) data(term.args().get(1)))
            : text.concat((Expression<String>) of(term.args().get(1)));
      case LENGTH -> text.length();
      case SUBSTRING -> {
        Functions.Range range = (Functions.Range) data(term);
        yield text.substring(range.from(), range.length());
      }
      case REPLACE -> {
        Functions.Change change = (Functions.Change) data(term);
        yield text.replace(change.old(), change.replacement());
      }
      case POSITION_OF -> text.positionOf((String) data(term));
      default -> throw new IllegalStateException("no translation of " + term.op());
    };
  }

  private Aggregate<?> aggregate(Term term) {
    if (term.op() == Op.COUNT_ROWS) {
      return Expressions.count();
    }
    Term arg = term.args().get(0);
    return switch (term.op()) {
      case COUNT -> any(arg).count();
      case COUNT_DISTINCT -> any(arg).countDistinct();
      case SUM -> number(arg).sum();
      case AVG -> number(arg).avg();
      case MIN -> ordered(arg).min();
      case MAX -> ordered(arg).max();
      default -> text(arg).join(Aggregates.SEPARATOR);
    };
  }
}
