package orm.test.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The values of groups: what they are grouped by, and aggregates.
 *
 * @param random chooses
 * @param by what the rows are grouped by
 * @param rows the columns of the rows
 * @param queries makes queries inside
 */
record Groups(Random random, List<Term> by, Columns rows, AskGenerator queries) implements Leaves {
  /** No query here has more rows than this, so sums stay in their types. */
  private static final double MOST_ROWS = 20_000;

  @Override
  public Term column(Type type) {
    List<Term> keys = new ArrayList<>();
    by.stream().filter(key -> key.type() == type).forEach(keys::add);
    if (!keys.isEmpty() && random.nextInt(2) == 0) {
      return keys.get(random.nextInt(keys.size()));
    }
    return aggregate(type);
  }

  @Override
  public Term rich(Type type) {
    for (int attempt = 0; attempt < 10; attempt++) {
      Term term = column(type);
      if (term.isRich()) {
        return term;
      }
    }
    throw new AskGenerator.NoSuchColumn();
  }

  private Term argument(Type type) {
    TermGenerator terms = new TermGenerator(random, rows, queries);
    return random.nextInt(3) == 0 && type.isNumber() ? terms.rich(type, 1) : rows.rich(type);
  }

  private Term aggregate(Type type) {
    Term aggregate = switch (type) {
      case BOOL -> Term.of(Op.IS_NULL, Type.BOOL, aggregate(Type.INT));
      case LONG -> random.nextInt(3) > 0 ? counted() : extremeOrSum(type);
      case TEXT -> random.nextInt(3) == 0 ? Term.of(Op.JOIN, type, argument(type)) : extreme(type);
      case KEY, DATE -> extreme(type);
      default -> extremeOrSum(type);
    };
    if (aggregate.op().isAggregate() && random.nextInt(5) == 0) {
      return aggregate.withData(new TermGenerator(random, rows, queries).condition(0));
    }
    return aggregate;
  }

  private Term counted() {
    if (random.nextInt(2) == 0) {
      return Term.of(Op.COUNT_ROWS, Type.LONG).number(0, MOST_ROWS);
    }
    Type[] types = {Type.KEY, Type.INT, Type.DECIMAL, Type.TEXT, Type.DATE, Type.BOOL};
    Term argument = rows.column(types[random.nextInt(types.length)]);
    Op op = random.nextInt(2) == 0 ? Op.COUNT : Op.COUNT_DISTINCT;
    if (argument.type() == Type.BOOL) {
      op = Op.COUNT;
    }
    return Term.of(op, Type.LONG, argument).number(0, MOST_ROWS);
  }

  private Term extreme(Type type) {
    Term argument = argument(type);
    Op op = random.nextInt(2) == 0 ? Op.MIN : Op.MAX;
    return Term.of(op, type, argument).number(argument.scale(), argument.bound());
  }

  private Term extremeOrSum(Type type) {
    Term argument = argument(type);
    double most = argument.bound() * MOST_ROWS;
    return random.nextInt(2) == 0 && TermGenerator.fits(type, argument.scale(), most)
        ? Term.of(Op.SUM, type, argument).number(argument.scale(), most)
        : extreme(type);
  }

  Term average() {
    Type[] types = {Type.INT, Type.LONG, Type.DECIMAL};
    return Term.of(Op.AVG, Type.DOUBLE, rows.rich(types[random.nextInt(types.length)]));
  }

  @Override
  public boolean takesQueries() {
    return false;
  }

  @Override
  public List<Term.Way> ways(AskGenerator more) {
    return List.of();
  }

  @Override
  public Leaves within(int origin, Origin.Layout layout, String way) {
    throw new IllegalStateException("no subqueries beside groups");
  }
}
