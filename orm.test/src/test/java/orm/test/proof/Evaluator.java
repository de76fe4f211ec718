package orm.test.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orm.test.proof.Ask.Combined;
import orm.test.proof.Ask.Sort;
import orm.test.proof.Term.Place;
import orm.test.proof.Term.Way;

/** Answers queries in memory: slowly, and as the documentation of the query API reads. */
final class Evaluator {
  private final Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();

  Evaluator(Stock stock) {
    tables.put("maker", stock.rows("maker"));
    tables.put("part", stock.rows("part"));
  }

  /** The rows that terms see: one of each origin, null where an outer join found none. */
  private static final class Frame {
    private final @Nullable Frame outer;
    private final Map<Integer, @Nullable Map<String, @Nullable Object>> rows;

    /** The rows that became one; null where they did not. */
    private final @Nullable List<Frame> group;

    Frame(
        @Nullable Frame outer,
        Map<Integer, @Nullable Map<String, @Nullable Object>> rows,
        @Nullable List<Frame> group) {
      this.outer = outer;
      this.rows = rows;
      this.group = group;
    }

    Frame with(int origin, @Nullable Map<String, @Nullable Object> row) {
      Map<Integer, @Nullable Map<String, @Nullable Object>> more = new HashMap<>(rows);
      more.put(origin, row);
      return new Frame(outer, more, null);
    }

    @Nullable
    Map<String, @Nullable Object> row(int origin) {
      for (Frame frame = this; frame != null; frame = frame.outer) {
        if (frame.rows.containsKey(origin)) {
          return frame.rows.get(origin);
        }
      }
      throw new IllegalStateException("no origin " + origin);
    }
  }

  /** The rows of a query, in its order. */
  List<List<@Nullable Object>> rows(Ask ask) {
    return rows(ask, null);
  }

  private List<List<@Nullable Object>> rows(Ask ask, @Nullable Frame outer) {
    List<Frame> frames = grouped(ask, filtered(ask, outer), outer);
    List<Sorted> found = new ArrayList<>();
    for (Frame frame : frames) {
      List<@Nullable Object> keys = new ArrayList<>();
      if (ask.parts().isEmpty()) {
        ask.order().forEach(key -> keys.add(value(key.by(), frame)));
      }
      List<@Nullable Object> row = new ArrayList<>();
      ask.select().forEach(term -> row.add(value(term, frame)));
      found.add(new Sorted(row, keys));
    }
    if (ask.distinct()) {
      Map<List<@Nullable Object>, Sorted> once = new LinkedHashMap<>();
      found.forEach(row -> once.putIfAbsent(plain(row.row()), row));
      found = new ArrayList<>(once.values());
    }
    if (!ask.parts().isEmpty()) {
      found = combined(ask, found, outer);
    }
    found.sort(order(ask.order()));
    long end = ask.limit() < 0 ? Long.MAX_VALUE : ask.limit();
    return found.stream().skip(ask.offset()).limit(end).map(Sorted::row).toList();
  }

  /** A row of the result with the values of its sort keys. */
  private record Sorted(List<@Nullable Object> row, List<@Nullable Object> keys) {}

  /** The sort keys of combined queries are columns of the result. */
  private List<Sorted> combined(Ask ask, List<Sorted> first, @Nullable Frame outer) {
    List<List<@Nullable Object>> all = new ArrayList<>();
    for (Sorted row : first) {
      all.add(row.row());
    }
    for (Combined part : ask.parts()) {
      List<List<@Nullable Object>> other = rows(part.ask(), outer);
      Set<List<@Nullable Object>> others = new LinkedHashSet<>();
      for (List<@Nullable Object> row : other) {
        others.add(plain(row));
      }
      switch (part.how()) {
        case UNION, UNION_ALL -> all.addAll(other);
        case INTERSECT -> all = among(all, others, true);
        case EXCEPT -> all = among(all, others, false);
      }
      if (part.how() != Ask.How.UNION_ALL) {
        Set<List<@Nullable Object>> seen = new LinkedHashSet<>();
        List<List<@Nullable Object>> once = new ArrayList<>();
        for (List<@Nullable Object> row : all) {
          if (seen.add(plain(row))) {
            once.add(row);
          }
        }
        all = once;
      }
    }
    List<Integer> columns = new ArrayList<>();
    ask.order().forEach(key -> columns.add(ask.select().indexOf(key.by())));
    List<Sorted> sorted = new ArrayList<>();
    for (List<@Nullable Object> row : all) {
      List<@Nullable Object> keys = new ArrayList<>();
      columns.forEach(column -> keys.add(row.get(column)));
      sorted.add(new Sorted(row, keys));
    }
    return sorted;
  }

  private static List<List<@Nullable Object>> among(
      List<List<@Nullable Object>> all, Set<List<@Nullable Object>> others, boolean wanted) {
    List<List<@Nullable Object>> kept = new ArrayList<>();
    for (List<@Nullable Object> row : all) {
      if (others.contains(plain(row)) == wanted) {
        kept.add(row);
      }
    }
    return kept;
  }

  private static Comparator<Sorted> order(List<Sort> keys) {
    return (left, right) -> {
      for (int i = 0; i < keys.size(); i++) {
        Object a = left.keys().get(i);
        Object b = right.keys().get(i);
        int order;
        if (a == null || b == null) {
          order = a == b ? 0 : (a == null) == keys.get(i).nullsFirst() ? -1 : 1;
        } else {
          order = keys.get(i).descending() ? Functions.compare(b, a) : Functions.compare(a, b);
        }
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  /** A row in which equal values are equal objects. */
  static List<@Nullable Object> plain(List<@Nullable Object> row) {
    List<@Nullable Object> plain = new ArrayList<>();
    row.forEach(value ->
        plain.add(value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value));
    return plain;
  }

  // ---- Tables, conditions, groups

  private List<Frame> filtered(Ask ask, @Nullable Frame outer) {
    List<Frame> frames = List.of(new Frame(outer, Map.of(), null));
    List<Integer> before = new ArrayList<>();
    for (Origin origin : ask.from()) {
      frames = joined(frames, origin, before, outer);
      before.add(origin.id());
    }
    List<Frame> kept = new ArrayList<>();
    for (Frame frame : frames) {
      if (all(ask.where(), frame)) {
        kept.add(frame);
      }
    }
    return kept;
  }

  private boolean all(List<Term> conditions, Frame frame) {
    for (Term condition : conditions) {
      if (!isTrue(condition, frame)) {
        return false;
      }
    }
    return true;
  }

  private boolean isTrue(Term condition, Frame frame) {
    return Boolean.TRUE.equals(value(condition, frame));
  }

  private List<Frame> joined(
      List<Frame> frames, Origin origin, List<Integer> before, @Nullable Frame outer) {
    List<Frame> joined = new ArrayList<>();
    List<Map<String, @Nullable Object>> tableRows =
        origin.way() == null ? tableRows(origin, outer) : List.of();
    boolean[] used = new boolean[tableRows.size()];
    for (Frame frame : frames) {
      Way way = origin.way();
      List<Map<String, @Nullable Object>> candidates =
          way == null ? tableRows : related(way, frame);
      boolean found = false;
      for (int i = 0; i < candidates.size(); i++) {
        Frame wider = frame.with(origin.id(), candidates.get(i));
        Term on = origin.on();
        if (on == null || isTrue(on, wider)) {
          joined.add(wider);
          found = true;
          if (way == null) {
            used[i] = true;
          }
        }
      }
      if (!found && (origin.kind() == Origin.Kind.LEFT || origin.kind() == Origin.Kind.FULL)) {
        joined.add(frame.with(origin.id(), null));
      }
    }
    if (origin.kind() == Origin.Kind.RIGHT || origin.kind() == Origin.Kind.FULL) {
      for (int i = 0; i < used.length; i++) {
        if (!used[i]) {
          Frame alone = new Frame(outer, Map.of(), null).with(origin.id(), tableRows.get(i));
          for (int id : before) {
            alone = alone.with(id, null);
          }
          joined.add(alone);
        }
      }
    }
    return joined;
  }

  private List<Map<String, @Nullable Object>> tableRows(Origin origin, @Nullable Frame frame) {
    Ask ask = origin.rows();
    if (ask == null) {
      return table(String.valueOf(origin.table().entity()));
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : rows(ask, frame)) {
      Map<String, @Nullable Object> named = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        named.put(origin.table().columns().get(i).name(), row.get(i));
      }
      rows.add(named);
    }
    return rows;
  }

  private List<Map<String, @Nullable Object>> table(String entity) {
    List<Map<String, @Nullable Object>> rows = tables.get(entity);
    if (rows == null) {
      throw new IllegalStateException("no table " + entity);
    }
    return rows;
  }

  /** The rows that refer to the row of the parent. */
  private List<Map<String, @Nullable Object>> related(Way way, Frame frame) {
    Map<String, @Nullable Object> parent = frame.row(way.parent());
    if (parent == null) {
      return List.of();
    }
    String reference = way.name().equals("parts") ? "maker" : "whole";
    Object key = parent.get("id");
    return table("part").stream()
        .filter(row -> key != null && key.equals(row.get(reference)))
        .toList();
  }

  private List<Frame> grouped(Ask ask, List<Frame> frames, @Nullable Frame outer) {
    if (!ask.isAggregated()) {
      return frames;
    }
    Collection<List<Frame>> groups = List.of(frames);
    List<Term> by = ask.groupBy();
    if (by != null) {
      Map<List<@Nullable Object>, List<Frame>> byValues = new LinkedHashMap<>();
      for (Frame frame : frames) {
        List<@Nullable Object> values = new ArrayList<>();
        by.forEach(term -> values.add(value(term, frame)));
        byValues.computeIfAbsent(plain(values), none -> new ArrayList<>()).add(frame);
      }
      groups = byValues.values();
    }
    List<Frame> kept = new ArrayList<>();
    for (List<Frame> group : groups) {
      Frame frame = group.isEmpty()
          ? new Frame(outer, Map.of(), group)
          : new Frame(outer, group.get(0).rows, group);
      if (all(ask.having(), frame)) {
        kept.add(frame);
      }
    }
    return kept;
  }

  // ---- Terms

  private @Nullable Object value(Term term, Frame frame) {
    return switch (term.op()) {
      case LITERAL -> term.data();
      case COLUMN -> column((Place) data(term), frame);
      case BETWEEN -> between(term, frame);
      case IN, NOT_IN -> in(term, frame);
      case IS_NULL -> value(term.args().get(0), frame) == null;
      case IS_NOT_NULL -> value(term.args().get(0), frame) != null;
      case IS_DISTINCT_FROM ->
        distinct(value(term.args().get(0), frame), value(term.args().get(1), frame));
      case AND -> logic(term, frame, false);
      case OR -> logic(term, frame, true);
      case NOT -> Functions.not(value(term.args().get(0), frame));
      case IS_NOT_TRUE -> !isTrue(term.args().get(0), frame);
      case COALESCE -> {
        Object first = value(term.args().get(0), frame);
        yield first != null ? first : value(term.args().get(1), frame);
      }
      case NULL_IF -> {
        Object first = value(term.args().get(0), frame);
        Object other = value(term.args().get(1), frame);
        yield first != null && other != null && Functions.same(first, other) ? null : first;
      }
      case CASE -> choice(term, frame);
      case GREATEST, LEAST -> extreme(term, frame);
      case EXISTS -> !rows((Ask) data(term), frame).isEmpty();
      case ANY, EVERY -> relation(term, frame);
      case IN_QUERY, NOT_IN_QUERY -> inQuery(term, frame);
      case SCALAR -> {
        List<List<@Nullable Object>> rows = rows((Ask) data(term), frame);
        yield rows.isEmpty() ? null : rows.get(0).get(0);
      }
      default -> {
        if (term.op().isAggregate()) {
          yield new Aggregates(term).of(values(term, frame));
        }
        List<Object> args = new ArrayList<>();
        for (Term arg : term.args()) {
          Object value = value(arg, frame);
          if (value != null) {
            args.add(value);
          }
        }
        yield args.size() < term.args().size() ? null : Functions.strict(term, args);
      }
    };
  }

  private static Object data(Term term) {
    Object data = term.data();
    if (data == null) {
      throw new IllegalStateException(term + " has no data");
    }
    return data;
  }

  private @Nullable Object column(Place place, Frame frame) {
    Map<String, @Nullable Object> row = frame.row(place.origin());
    for (String step : place.path()) {
      Object key = row == null ? null : row.get(step);
      row = null;
      if (key != null) {
        row = table(String.valueOf(Stock.target(step).entity())).get((Integer) key - 1);
      }
    }
    return row == null ? null : row.get(place.column());
  }

  private @Nullable Boolean between(Term term, Frame frame) {
    Object value = value(term.args().get(0), frame);
    Object low = value(term.args().get(1), frame);
    Object high = value(term.args().get(2), frame);
    Boolean above = (value == null || low == null) ? null : Functions.compare(value, low) >= 0;
    Boolean below = (value == null || high == null) ? null : Functions.compare(value, high) <= 0;
    if (Boolean.FALSE.equals(above) || Boolean.FALSE.equals(below)) {
      return false;
    }
    return (above == null || below == null) ? null : true;
  }

  private @Nullable Boolean in(Term term, Frame frame) {
    boolean wanted = term.op() == Op.IN;
    List<?> values = (List<?>) data(term);
    if (values.isEmpty()) {
      return !wanted;
    }
    Object operand = value(term.args().get(0), frame);
    if (operand == null) {
      return null;
    }
    return values.stream().anyMatch(value -> Functions.same(operand, value)) == wanted;
  }

  /** Rows that are null make IN unknown, and count as no rows of NOT IN. */
  private @Nullable Boolean inQuery(Term term, Frame frame) {
    boolean wanted = term.op() == Op.IN_QUERY;
    List<@Nullable Object> found = new ArrayList<>();
    rows((Ask) data(term), frame).forEach(row -> found.add(row.get(0)));
    boolean nulls = found.removeIf(value -> value == null);
    if (found.isEmpty() && !(wanted && nulls)) {
      return !wanted;
    }
    Object operand = value(term.args().get(0), frame);
    if (operand == null) {
      return null;
    }
    if (found.stream().anyMatch(value -> value != null && Functions.same(operand, value))) {
      return wanted;
    }
    return (wanted && nulls) ? null : !wanted;
  }

  private static boolean distinct(@Nullable Object left, @Nullable Object right) {
    return (left == null || right == null) ? left != right : !Functions.same(left, right);
  }

  /** {@code decisive} is the value that decides by itself. */
  private @Nullable Boolean logic(Term term, Frame frame, boolean decisive) {
    boolean unknown = false;
    for (Term arg : term.args()) {
      Object value = value(arg, frame);
      if (value == null) {
        unknown = true;
      } else if ((Boolean) value == decisive) {
        return decisive;
      }
    }
    return unknown ? null : !decisive;
  }

  private @Nullable Object choice(Term term, Frame frame) {
    List<Term> args = term.args();
    for (int i = 0; i + 1 < args.size(); i += 2) {
      if (isTrue(args.get(i), frame)) {
        return value(args.get(i + 1), frame);
      }
    }
    return args.size() % 2 == 0 ? null : value(args.get(args.size() - 1), frame);
  }

  private @Nullable Object extreme(Term term, Frame frame) {
    Object one = value(term.args().get(0), frame);
    Object other = value(term.args().get(1), frame);
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return (Functions.compare(one, other) >= 0) == (term.op() == Op.GREATEST) ? one : other;
  }

  private boolean relation(Term term, Frame frame) {
    Way way = (Way) data(term);
    boolean any = term.op() == Op.ANY;
    for (Map<String, @Nullable Object> row : related(way, frame)) {
      Frame inner = new Frame(frame, Map.of(), null).with(way.origin(), row);
      if (all(term.args(), inner) == any) {
        return any;
      }
    }
    return !any;
  }

  /** The values of the operand in the rows that an aggregate takes. */
  private List<Object> values(Term term, Frame frame) {
    List<Frame> group = frame.group;
    if (group == null) {
      throw new IllegalStateException("no group for " + term);
    }
    List<Object> values = new ArrayList<>();
    for (Frame row : group) {
      if (term.data() instanceof Term filter && !isTrue(filter, row)) {
        continue;
      }
      Object value = term.args().isEmpty() ? true : value(term.args().get(0), row);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
