package orm.test.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import orm.test.proof.Ask.Combined;
import orm.test.proof.Ask.How;
import orm.test.proof.Ask.Sort;
import orm.test.proof.Origin.Field;
import orm.test.proof.Origin.Kind;
import orm.test.proof.Origin.Layout;
import orm.test.proof.Term.Way;

/** Makes random queries. */
final class AskGenerator {
  /** Thrown where a type is wanted that the rows of a query do not have; another query is made. */
  static final class NoSuchColumn extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final List<How> HOWS = List.of(How.values());

  private final Random random;
  private int origins;

  AskGenerator(Random random) {
    this.random = random;
  }

  int nextOrigin() {
    return origins++;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private Layout entity() {
    return oneIn(3) ? Stock.MAKER_LAYOUT : Stock.PART_LAYOUT;
  }

  /** A query as a user would run it. */
  static Ask of(Random random) {
    while (true) {
      try {
        return new AskGenerator(random).outermost();
      } catch (NoSuchColumn tryAgain) {
        // the next attempt begins with other random numbers
      }
    }
  }

  private Ask outermost() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> grouped(true);
      case 3 -> combined();
      case 4 -> limited(distinct());
      default -> limited(plain(true));
    };
  }

  // ---- From

  /** Origins and what terms can take from them. */
  private record Begun(List<Origin> from, Columns columns) {}

  private Begun begun(boolean rows) {
    List<Origin> from = new ArrayList<>();
    int first = nextOrigin();
    Origin begin = rows && oneIn(6)
        ? ofRows(first, Kind.FIRST)
        : Origin.table(first, Kind.FIRST, entity(), null);
    from.add(begin);
    Columns columns = new Columns(random, List.of(new Columns.Seen(first, begin.table(), "")));
    int joins = oneIn(2) ? 0 : 1 + random.nextInt(2);
    for (int i = 0; i < joins; i++) {
      columns = joined(from, columns, rows);
    }
    return new Begun(from, columns);
  }

  private Columns joined(List<Origin> from, Columns columns, boolean rows) {
    List<Way> ways = columns.ways(this);
    if (!ways.isEmpty() && oneIn(2)) {
      Way way = ways.get(random.nextInt(ways.size()));
      Layout layout = Stock.target(way.name());
      from.add(Origin.way(way, oneIn(2) ? Kind.LEFT : Kind.INNER, layout));
      return columns.and(new Columns.Seen(way.origin(), layout, way.key()));
    }
    int id = nextOrigin();
    Kind kind = switch (random.nextInt(8)) {
      case 0 -> Kind.CROSS;
      case 1 -> Kind.RIGHT;
      case 2 -> Kind.FULL;
      case 3, 4, 5 -> Kind.LEFT;
      default -> Kind.INNER;
    };
    Origin origin = rows && oneIn(5) ? ofRows(id, kind) : Origin.table(id, kind, entity(), null);
    Columns more = columns.and(new Columns.Seen(id, origin.table(), ""));
    if (kind != Kind.CROSS) {
      origin = origin.withOn(on(kind, columns, more.joining()));
    }
    from.add(origin);
    return more;
  }

  /** Mostly equal keys. A full join has nothing else, as PostgreSQL wants it. */
  private Term on(Kind kind, Columns before, Columns all) {
    if (kind != Kind.FULL && oneIn(4)) {
      return new TermGenerator(random, all, this).condition(1);
    }
    Field key = all.seen().get(0).layout().columns().stream()
        .filter(field -> field.type() == Type.KEY)
        .findAny()
        .orElseThrow(NoSuchColumn::new);
    Columns.Seen nearest = before.seen().get(0);
    List<Field> keys =
        nearest.layout().columns().stream().filter(f -> f.type() == Type.KEY).toList();
    if (keys.isEmpty()) {
      throw new NoSuchColumn();
    }
    Term left =
        TermGenerator.column(nearest.origin(), List.of(), keys.get(random.nextInt(keys.size())));
    Term right = TermGenerator.column(all.seen().get(0).origin(), List.of(), key);
    Term equal = Term.of(Op.EQ, Type.BOOL, left, right);
    return kind != Kind.FULL && oneIn(4)
        ? Term.of(Op.AND, Type.BOOL, equal, new TermGenerator(random, all, this).condition(1))
        : equal;
  }

  /** The rows of a query as a table. */
  private Origin ofRows(int id, Kind kind) {
    Ask ask = switch (random.nextInt(4)) {
      case 0 -> grouped(false);
      case 1 -> limited(distinct());
      default -> limited(plain(false));
    };
    List<Field> fields = new ArrayList<>();
    for (Term term : ask.select()) {
      if (term.type() == Type.DOUBLE) {
        throw new NoSuchColumn();
      }
      fields.add(new Field("v" + (fields.size() + 1), term.type(), term.scale(), term.bound()));
    }
    return new Origin(id, kind, new Layout(null, fields), null, null, ask, oneIn(2));
  }

  // ---- Queries for rows

  private List<Term> conditions(Leaves leaves, int most) {
    List<Term> all = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      all.add(new TermGenerator(random, leaves, this).condition(1 + random.nextInt(2)));
    }
    return all;
  }

  private Ask plain(boolean outermost) {
    Begun begun = begun(outermost);
    TermGenerator terms = new TermGenerator(random, begun.columns(), this);
    List<Term> select = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      Type type = oneIn(6) ? Type.BOOL : terms.orderedType();
      select.add(terms.term(type, 2));
    }
    Ask ask = Ask.rows(begun.from(), conditions(begun.columns(), 3), select);
    List<Sort> order = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Term by = terms.term(terms.orderedType(), oneIn(2) ? 0 : 1);
      order.add(new Sort(by, oneIn(2), oneIn(2)));
    }
    boolean total = oneIn(2);
    if (total) {
      for (Origin origin : begun.from()) {
        Field first = origin.table().columns().get(0);
        if (origin.table().entity() == null) {
          total = false;
        }
        if (first.type().isOrdered()) {
          Term id = TermGenerator.column(origin.id(), List.of(), first);
          order.add(new Sort(id, oneIn(2), oneIn(2)));
        }
      }
    }
    return ask.ordered(order, total);
  }

  private Ask limited(Ask ask) {
    if (!ask.total() || oneIn(2)) {
      return ask;
    }
    return ask.limited(oneIn(4) ? -1 : random.nextInt(12), oneIn(2) ? 0 : random.nextInt(6));
  }

  /** Each row once, sorted by all of it or not at all. */
  private Ask distinct() {
    Begun begun = begun(false);
    List<Term> select = columns(begun.columns(), 1 + random.nextInt(3));
    Ask ask = Ask.rows(begun.from(), conditions(begun.columns(), 2), select).distinctRows(true);
    return sortedByAll(ask);
  }

  private Ask sortedByAll(Ask ask) {
    List<Sort> order = new ArrayList<>();
    for (Term term : ask.select()) {
      order.add(new Sort(term, oneIn(2), oneIn(2)));
    }
    return ask.ordered(order, true);
  }

  private List<Term> columns(Columns columns, int count) {
    TermGenerator terms = new TermGenerator(random, columns, this);
    List<Term> all = new ArrayList<>();
    while (all.size() < count) {
      Term column = columns.column(terms.orderedType());
      if (column.op() != Op.COLUMN || all.contains(column)) {
        throw new NoSuchColumn();
      }
      all.add(column);
    }
    return all;
  }

  /** Several queries in one, of columns of the same types. */
  private Ask combined() {
    Begun begun = begun(false);
    List<Term> select = columns(begun.columns(), 1 + random.nextInt(2));
    List<Combined> parts = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      Begun other = begun(false);
      List<Term> same = new ArrayList<>();
      for (Term term : select) {
        same.add(alike(other.columns(), term));
      }
      Ask ask = Ask.rows(other.from(), conditions(other.columns(), 2), same);
      How how = HOWS.get(random.nextInt(HOWS.size()));
      parts.add(new Combined(how, oneIn(3) ? limited(sortedByAll(ask)) : ask));
    }
    Ask ask = Ask.rows(begun.from(), conditions(begun.columns(), 2), select).combined(parts);
    return oneIn(2) ? ask : limited(sortedByAll(ask));
  }

  private static Term alike(Columns columns, Term wanted) {
    for (int attempt = 0; attempt < 20; attempt++) {
      Term column = columns.column(wanted.type());
      if (column.op() == Op.COLUMN && column.scale() == wanted.scale()) {
        return column;
      }
    }
    throw new NoSuchColumn();
  }

  // ---- Groups

  private Ask grouped(boolean outermost) {
    Begun begun = begun(outermost);
    List<Term> by = new ArrayList<>();
    if (!oneIn(5)) {
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        by.add(groupKey(begun.columns()));
      }
    }
    Groups groups = new Groups(random, by, begun.columns(), this);
    TermGenerator terms = new TermGenerator(random, groups, this);
    List<Term> select = new ArrayList<>(by);
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      select.add(
          outermost && oneIn(6)
              ? groups.average()
              : terms.term(terms.orderedType(), random.nextInt(2)));
    }
    Ask ask = Ask.rows(begun.from(), conditions(begun.columns(), 2), select)
        .grouped(by.isEmpty() ? null : by);
    if (oneIn(3)) {
      ask = ask.withHaving(List.of(terms.condition(1)));
    }
    if (by.isEmpty()) {
      boolean aggregated = select.stream().anyMatch(Term::hasAggregate);
      if (!aggregated) {
        throw new NoSuchColumn();
      }
      return ask;
    }
    List<Sort> order = new ArrayList<>();
    if (oneIn(2)) {
      order.add(new Sort(terms.term(terms.orderedType(), 0), oneIn(2), oneIn(2)));
    }
    boolean total = oneIn(2) && by.stream().allMatch(key -> key.type().isOrdered());
    if (total) {
      by.forEach(key -> order.add(new Sort(key, oneIn(2), oneIn(2))));
    }
    return limited(ask.ordered(order, total));
  }

  private Term groupKey(Columns columns) {
    return switch (random.nextInt(8)) {
      case 0 -> Term.of(Op.LENGTH, Type.INT, columns.rich(Type.TEXT)).number(0, 1000);
      case 1 -> Term.of(Op.LOWER, Type.TEXT, columns.rich(Type.TEXT));
      case 2 -> {
        Term number = columns.rich(Type.INT);
        Term three = Term.with(Op.LITERAL, Type.INT, 3).number(0, 3);
        yield Term.of(Op.REMAINDER, Type.INT, number, three).number(0, number.bound());
      }
      case 3 -> {
        Term number = columns.rich(Type.INT);
        Term zero = Term.with(Op.LITERAL, Type.INT, 0).number(0, 0);
        yield Term.of(Op.COALESCE, Type.INT, number, zero).number(0, number.bound());
      }
      case 4 -> columns.rich(Type.BOOL);
      default -> {
        Term column = columns.column(new TermGenerator(random, columns, this).orderedType());
        if (column.op() != Op.COLUMN) {
          throw new NoSuchColumn();
        }
        yield column;
      }
    };
  }

  // ---- Subqueries

  /** A subquery for one column of a type, or for any rows. */
  Ask inner(Leaves outer, @Nullable Type type, int depth) {
    Inner inner = begin(outer);
    List<Term> where = new ArrayList<>();
    TermGenerator terms = new TermGenerator(random, inner.all(), this);
    for (int i = random.nextInt(3); i > 0; i--) {
      where.add(terms.condition(Math.max(0, depth - 1)));
    }
    Term result = inner.own().column(type == null ? Type.KEY : type);
    Ask ask = Ask.rows(List.of(inner.origin()), where, List.of(result));
    if (oneIn(4) && type != null) {
      Term id = TermGenerator.column(
          inner.origin().id(), List.of(), inner.origin().table().field("id"));
      return ask.ordered(List.of(new Sort(id, oneIn(2), false)), true)
          .limited(1 + random.nextInt(5), 0);
    }
    return ask;
  }

  private record Inner(Origin origin, Columns own, Leaves all) {}

  private Inner begin(Leaves outer) {
    List<Way> ways = outer.ways(this);
    Origin origin;
    if (!ways.isEmpty() && oneIn(2)) {
      Way way = ways.get(random.nextInt(ways.size()));
      origin = Origin.way(way, Kind.FIRST, Stock.target(way.name()));
    } else {
      origin = Origin.table(nextOrigin(), Kind.FIRST, entity(), null);
    }
    Columns own = new Columns(random, List.of(new Columns.Seen(origin.id(), origin.table(), "")));
    Way way = origin.way();
    String key = way == null ? "" : way.key();
    return new Inner(origin, own, outer.within(origin.id(), origin.table(), key));
  }

  /** The one value of a subquery. */
  Term scalar(Leaves outer, Type type, int depth) {
    Inner inner = begin(outer);
    Term result = new Groups(random, List.of(), inner.own(), this).column(type);
    List<Term> where = new ArrayList<>();
    if (oneIn(2)) {
      where.add(new TermGenerator(random, inner.all(), this).condition(Math.max(0, depth - 1)));
    }
    Ask ask = Ask.rows(List.of(inner.origin()), where, List.of(result));
    return Term.with(Op.SCALAR, type, ask).number(result.scale(), result.bound());
  }
}
