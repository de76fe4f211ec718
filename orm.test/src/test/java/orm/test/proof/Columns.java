package orm.test.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import orm.test.proof.Origin.Field;
import orm.test.proof.Origin.Layout;
import orm.test.proof.Term.Way;

/**
 * The columns of rows, and those that paths from them lead to.
 *
 * @param random chooses
 * @param seen the origins, the nearest one first
 */
record Columns(Random random, List<Seen> seen) implements Leaves {
  /** An origin; one that was reached by a way is not reached by it again. */
  record Seen(int origin, Layout layout, String way, boolean paths) {
    Seen(int origin, Layout layout, String way) {
      this(origin, layout, way, true);
    }

    /** While it is being joined, no path begins at it. */
    Seen withoutPaths() {
      return new Seen(origin, layout, way, false);
    }
  }

  Columns {
    seen = List.copyOf(seen);
  }

  Columns and(Seen more) {
    List<Seen> all = new ArrayList<>();
    all.add(more);
    all.addAll(seen);
    return new Columns(random, all);
  }

  /** These while the nearest one is being joined. */
  Columns joining() {
    List<Seen> all = new ArrayList<>(seen);
    all.set(0, all.get(0).withoutPaths());
    return new Columns(random, all);
  }

  @Override
  public Term column(Type type) {
    for (int attempt = 0; attempt < 60; attempt++) {
      int last = random.nextInt(3) == 0 ? seen.size() : Math.min(2, seen.size());
      Seen from = seen.get(random.nextInt(last));
      Layout layout = from.layout();
      List<String> path = new ArrayList<>();
      while (from.paths() && layout.entity() != null && path.size() < 2 && random.nextInt(4) == 0) {
        String step =
            layout.entity().equals("maker") ? "owner" : random.nextBoolean() ? "maker" : "whole";
        path.add(step);
        layout = Stock.target(step);
      }
      List<Field> fields =
          layout.columns().stream().filter(field -> field.type() == type).toList();
      if (!fields.isEmpty()) {
        Field field = fields.get(random.nextInt(fields.size()));
        return TermGenerator.column(from.origin(), path, field);
      }
    }
    return made(type);
  }

  /** Of the rows of a query there may be no column of the type. */
  private Term made(Type type) {
    Seen from = seen.get(0);
    Field any = from.layout().columns().get(0);
    Term column = TermGenerator.column(from.origin(), List.of(), any);
    Term isNull = Term.of(Op.IS_NULL, Type.BOOL, column);
    if (type == Type.BOOL) {
      return isNull;
    }
    Term value = new TermGenerator(random, this, new AskGenerator(random)).literal(type, 0);
    Term other = new TermGenerator(random, this, new AskGenerator(random)).literal(type, 0);
    return Term.of(Op.CASE, type, isNull, value, other)
        .number(0, Math.max(value.bound(), other.bound()));
  }

  @Override
  public Term rich(Type type) {
    Term term = column(type);
    if (term.isRich()) {
      return term;
    }
    throw new AskGenerator.NoSuchColumn();
  }

  @Override
  public boolean takesQueries() {
    return true;
  }

  @Override
  public List<Way> ways(AskGenerator queries) {
    List<Way> ways = new ArrayList<>();
    for (Seen from : seen) {
      String entity = from.layout().entity();
      if (entity != null) {
        String name = entity.equals("maker") ? "parts" : "pieces";
        String way = from.origin() + "." + name;
        if (seen.stream().noneMatch(other -> other.way().equals(way))) {
          ways.add(new Way(from.origin(), name, queries.nextOrigin()));
        }
      }
    }
    return ways;
  }

  @Override
  public Leaves within(int origin, Layout layout, String way) {
    return and(new Seen(origin, layout, way));
  }
}
