package orm.test.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A query.
 *
 * @param from where its rows come from
 * @param where the conditions on rows
 * @param groupBy the values to group by; null without groups
 * @param having the conditions on groups
 * @param select the result
 * @param distinct whether each row is given once
 * @param parts the queries that are combined with this one
 * @param order the sort keys
 * @param limit the number of rows; negative for all
 * @param offset the number of rows left out
 * @param total whether the order leaves no two different rows in one place
 */
record Ask(
    List<Origin> from,
    List<Term> where,
    @Nullable List<Term> groupBy,
    List<Term> having,
    List<Term> select,
    boolean distinct,
    List<Combined> parts,
    List<Sort> order,
    long limit,
    long offset,
    boolean total) {
  /** How the rows of another query are combined. */
  enum How {
    UNION,
    UNION_ALL,
    INTERSECT,
    EXCEPT
  }

  /** Another query. */
  record Combined(How how, Ask ask) {}

  /** A sort key. */
  record Sort(Term by, boolean descending, boolean nullsFirst) {}

  static Ask rows(List<Origin> from, List<Term> where, List<Term> select) {
    return new Ask(from, where, null, List.of(), select, false, List.of(), List.of(), -1, 0, false);
  }

  boolean isAggregated() {
    return groupBy != null
        || !having.isEmpty()
        || select.stream().anyMatch(Term::hasAggregate)
        || order.stream().anyMatch(key -> key.by().hasAggregate());
  }

  private Ask with(
      List<Origin> newFrom, List<Term> newWhere, List<Term> newHaving, List<Term> newSelect) {
    return new Ask(
        newFrom, newWhere, groupBy, newHaving, newSelect, distinct, parts, order, limit, offset,
        total);
  }

  Ask withFrom(List<Origin> changed) {
    return with(changed, where, having, select);
  }

  Ask withWhere(List<Term> changed) {
    return with(from, changed, having, select);
  }

  Ask withHaving(List<Term> changed) {
    return with(from, where, changed, select);
  }

  Ask withSelect(List<Term> changed) {
    return with(from, where, having, changed);
  }

  Ask grouped(@Nullable List<Term> by) {
    return new Ask(from, where, by, having, select, distinct, parts, order, limit, offset, total);
  }

  Ask distinctRows(boolean changed) {
    return new Ask(
        from, where, groupBy, having, select, changed, parts, order, limit, offset, total);
  }

  Ask combined(List<Combined> changed) {
    return new Ask(
        from, where, groupBy, having, select, distinct, changed, order, limit, offset, total);
  }

  Ask ordered(List<Sort> changed, boolean isTotal) {
    return new Ask(
        from, where, groupBy, having, select, distinct, parts, changed, limit, offset, isTotal);
  }

  Ask limited(long newLimit, long newOffset) {
    return new Ask(
        from, where, groupBy, having, select, distinct, parts, order, newLimit, newOffset, total);
  }

  /** Collects the origins that this reads of the queries around it. */
  void addOrigins(Set<Integer> origins) {
    Set<Integer> all = new TreeSet<>();
    for (Origin origin : from) {
      Term on = origin.on();
      if (on != null) {
        on.addOrigins(all);
      }
      Ask rows = origin.rows();
      if (rows != null) {
        rows.addOrigins(all);
      }
      Term.Way way = origin.way();
      if (way != null) {
        all.add(way.parent());
      }
    }
    where.forEach(term -> term.addOrigins(all));
    if (groupBy != null) {
      groupBy.forEach(term -> term.addOrigins(all));
    }
    having.forEach(term -> term.addOrigins(all));
    select.forEach(term -> term.addOrigins(all));
    order.forEach(key -> key.by().addOrigins(all));
    parts.forEach(part -> part.ask().addOrigins(all));
    from.forEach(origin -> all.remove(origin.id()));
    origins.addAll(all);
  }

  /** All queries that are smaller by one step; some of them are refused. */
  List<Ask> smaller() {
    List<Ask> smaller = new ArrayList<>();
    if (limit >= 0 || offset > 0) {
      smaller.add(limited(-1, 0));
      smaller.add(limited(limit, 0));
    } else if (!order.isEmpty()) {
      smaller.add(ordered(List.of(), false));
    }
    if (distinct) {
      smaller.add(distinctRows(false));
    }
    without(parts, this::combined, smaller);
    without(where, this::withWhere, smaller);
    without(having, this::withHaving, smaller);
    if (order.isEmpty() && parts.isEmpty() && select.size() > 1) {
      without(select, this::withSelect, smaller);
    }
    if (from.size() > 1) {
      for (int i = from.size() - 1; i > 0; i--) {
        withoutOrigin(i, smaller);
      }
    }
    for (int i = 0; i < from.size(); i++) {
      int at = i;
      Term on = from.get(i).on();
      if (on != null) {
        on.smaller().forEach(term -> smaller.add(withOrigin(at, from.get(at).withOn(term))));
      }
      Ask rows = from.get(i).rows();
      if (rows != null) {
        rows.smaller().stream()
            .filter(ask -> ask.select().size() == rows.select().size())
            .forEach(ask -> smaller.add(withOrigin(at, from.get(at).withRows(ask))));
      }
    }
    each(where, Term::smaller, this::withWhere, smaller);
    each(having, Term::smaller, this::withHaving, smaller);
    if (order.isEmpty() && groupBy == null) {
      each(select, Term::smaller, this::withSelect, smaller);
    }
    each(
        parts,
        part -> part.ask().smaller().stream()
            .filter(ask -> ask.select().size() == select.size())
            .map(ask -> new Combined(part.how(), ask))
            .toList(),
        this::combined,
        smaller);
    return smaller;
  }

  private Ask withOrigin(int index, Origin changed) {
    List<Origin> origins = new ArrayList<>(from);
    origins.set(index, changed);
    return withFrom(origins);
  }

  /** Leaves out an origin with the conditions that read it; what else reads it makes it refused. */
  private void withoutOrigin(int index, List<Ask> smaller) {
    int id = from.get(index).id();
    List<Origin> origins = new ArrayList<>(from);
    origins.remove(index);
    List<Term> kept = where.stream().filter(term -> !reads(term, id)).toList();
    Ask ask = withFrom(origins).withWhere(kept);
    Set<Integer> read = new TreeSet<>();
    ask.addOrigins(read);
    if (!read.contains(id)) {
      smaller.add(ask);
    }
  }

  private static boolean reads(Term term, int origin) {
    Set<Integer> origins = new TreeSet<>();
    term.addOrigins(origins);
    return origins.contains(origin);
  }

  private static <T> void without(List<T> all, Function<List<T>, Ask> put, List<Ask> smaller) {
    for (int i = 0; i < all.size(); i++) {
      List<T> fewer = new ArrayList<>(all);
      fewer.remove(i);
      smaller.add(put.apply(fewer));
    }
  }

  private static <T> void each(
      List<T> all, Function<T, List<T>> change, Function<List<T>, Ask> put, List<Ask> smaller) {
    for (int i = 0; i < all.size(); i++) {
      for (T changed : change.apply(all.get(i))) {
        List<T> others = new ArrayList<>(all);
        others.set(i, changed);
        smaller.add(put.apply(others));
      }
    }
  }

  @Override
  public String toString() {
    return "FROM " + from
        + (where.isEmpty() ? "" : " WHERE " + where)
        + (groupBy == null ? "" : " GROUP BY " + groupBy)
        + (having.isEmpty() ? "" : " HAVING " + having)
        + " SELECT " + (distinct ? "DISTINCT " : "") + select
        + (parts.isEmpty() ? "" : " " + parts)
        + (order.isEmpty() ? "" : " ORDER BY " + order)
        + (limit < 0 ? "" : " LIMIT " + limit)
        + (offset == 0 ? "" : " OFFSET " + offset);
  }
}
