package orm.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.ComparableExpression;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Expressions;
import orm.api.expression.Order;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextRank;
import orm.api.query.Keyset;
import orm.api.query.Page;
import orm.api.query.SelectTree;
import orm.api.type.MacAddress;
import orm.engine.execute.CursorCodec;
import orm.engine.generation.Generation;
import orm.engine.plan.ColumnModel;
import orm.engine.render.RenderedSql;
import orm.engine.render.SelectRenderer.Purpose;
import orm.spi.convert.TypeConverter;
import orm.spi.mapping.RowReader;

/**
 * Reads one page by the values of the sort keys at its edge. The order is completed by the primary
 * keys of all tables of the query, so that no two rows are at the same place.
 */
final class KeysetReader<R> {
  private final Session session;
  private final SelectTree<R> tree;
  private final Keyset keyset;
  private final List<Order> order;
  private final CursorValues values;

  /** A row with the values of its sort keys. */
  private record Placed<R>(@Nullable R row, List<@Nullable Object> place) {}

  private KeysetReader(Session session, SelectTree<R> tree, Keyset keyset) {
    this.session = session;
    this.tree = tree;
    this.keyset = keyset;
    this.order = completeOrder();
    this.values = new CursorValues(order, session.generation().models());
  }

  static <R> Page<R> page(Session session, SelectTree<R> tree, Keyset keyset) {
    return new KeysetReader<>(session, tree, keyset).page();
  }

  private Page<R> page() {
    List<Order> wanted = keyset.backwards() ? reversed(order) : order;
    Generation generation = session.generation();
    RenderedSql whole = session.query(slice(List.of(), order), Purpose.ROWS, new ArrayList<>());
    CursorCodec codec = generation.cursors(whole.text());
    String cursor = keyset.cursor();
    List<Condition> beyond = cursor == null
        ? List.of()
        : List.of(beyond(wanted, values.read(codec.decode(cursor, order.size()))));
    List<Placed<R>> rows = new ArrayList<>(session.list(slice(beyond, wanted)));
    boolean more = rows.size() > keyset.size();
    if (more) {
      rows.remove(rows.size() - 1);
    }
    if (keyset.backwards()) {
      Collections.reverse(rows);
    }
    boolean hasNext = keyset.backwards() ? cursor != null : more;
    boolean hasPrevious = keyset.backwards() ? more : cursor != null;
    return new Page<>(
        values(rows),
        cursor(codec, hasNext && !rows.isEmpty(), rows, rows.size() - 1),
        cursor(codec, hasPrevious && !rows.isEmpty(), rows, 0));
  }

  private Optional<String> cursor(
      CursorCodec codec, boolean wanted, List<Placed<R>> rows, int index) {
    return wanted
        ? Optional.of(codec.encode(values.stored(rows.get(index).place())))
        : Optional.empty();
  }

  private static <R> List<R> values(List<Placed<R>> rows) {
    List<R> values = new ArrayList<>(rows.size());
    for (Placed<R> placed : rows) {
      R row = placed.row();
      if (row == null) {
        throw invalid("a row is null", "Select whole rows, or columns that are never null.");
      }
      values.add(row);
    }
    return values;
  }

  /** A row more than the page has tells whether there is another page. */
  private SelectTree<Placed<R>> slice(List<Condition> beyond, List<Order> orderBy) {
    return tree.giving(placed()).slice(beyond, orderBy, keyset.size() + 1L);
  }

  private Selectable<Placed<R>> placed() {
    List<Selectable<?>> parts = new ArrayList<>();
    parts.add(tree.result());
    List<RowReader<?>> readers = new ArrayList<>();
    for (Order key : order) {
      parts.add(key.by());
      readers.add(key.by().reader());
    }
    RowReader<R> rowReader = tree.result().reader();
    return Selectable.of(
        row -> {
          R value = row.nextPart(rowReader);
          List<@Nullable Object> place = new ArrayList<>(readers.size());
          for (RowReader<?> reader : readers) {
            place.add(row.nextPart(reader));
          }
          return new Placed<>(value, place);
        },
        parts);
  }

  // ---- The order

  private List<Order> completeOrder() {
    if (tree.limit() < Long.MAX_VALUE || tree.offset() > 0) {
      throw invalid("the query has a limit or an offset", "Leave both out; the page has a size.");
    }
    if (tree.grouping() != null || tree.distinct() != null || !tree.parts().isEmpty()) {
      throw invalid(
          "its rows are groups, distinct or combined, and have no key",
          "Make the query a table with asTable, of an entity whose key it keeps.");
    }
    List<Order> complete = new ArrayList<>(tree.orderBy());
    if (complete.stream().anyMatch(order -> order.by() instanceof TextRank)) {
      throw invalid(
          "it is sorted by a rank, which other rows change",
          "Sort by columns, or use limit and offset.");
    }
    addKey(complete, tree.from().source());
    for (SelectTree.Join join : tree.joins()) {
      addKey(complete, join.table().source());
    }
    return List.copyOf(complete);
  }

  private void addKey(List<Order> complete, Source<?> source) {
    if (!source.isEntity()) {
      throw invalid(
          "the rows of query " + source + " have no key",
          "Page over an entity, and join no other rows than those of entities.");
    }
    for (ColumnModel key : session.generation().models().of(source.mapping()).key()) {
      String name = key.schema().name();
      boolean there = complete.stream()
          .anyMatch(order -> order.by() instanceof Column<?, ?> column
              && column.source().equals(source)
              && column.name().equals(name));
      if (!there) {
        complete.add(keyColumn(source, key).asc());
      }
    }
  }

  private static <T> ComparableExpression<T> converted(
      Source<?> source, String name, Class<T> type) {
    RowReader<T> reader = row -> row.nextOrNull(type);
    return new ComparableColumn<>(source, name, reader);
  }

  private static ComparableExpression<?> keyColumn(Source<?> source, ColumnModel key) {
    TypeConverter<?, ?> converter = key.converter();
    if (converter != null) { // whether it has an order is asked where the query is planned
      return converted(source, key.schema().name(), converter.javaType());
    }
    Class<?> type = switch (key.type().kind()) {
      case SMALLINT, INT -> Integer.class;
      case BIGINT -> Long.class;
      case TEXT -> String.class;
      case UUID -> UUID.class;
      case DATE -> LocalDate.class;
      case TIME -> LocalTime.class;
      case DATETIME -> LocalDateTime.class;
      case INSTANT -> Instant.class;
      case MACADDR -> MacAddress.class;
      default ->
        throw invalid(
            "key " + key.place() + " has no order",
            "Page over an entity whose key is a number, a text, a UUID or a time.");
    };
    return new ComparableColumn<>(source, key.schema().name(), type);
  }

  private static List<Order> reversed(List<Order> order) {
    List<Order> reversed = new ArrayList<>(order.size());
    for (Order key : order) {
      reversed.add(new Order(
          key.by(),
          !key.descending(),
          key.nulls() == Order.Nulls.FIRST ? Order.Nulls.LAST : Order.Nulls.FIRST));
    }
    return reversed;
  }

  // ---- What lies beyond a row

  /** Equal in the first keys, and beyond in the next one. */
  private Condition beyond(List<Order> order, List<@Nullable Object> place) {
    List<Condition> any = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      List<Condition> all = new ArrayList<>();
      for (int k = 0; k < i; k++) {
        all.add(equal(order.get(k), place.get(k)));
      }
      Condition last = beyond(order.get(i), place.get(i));
      if (last != null) {
        all.add(last);
        any.add(Expressions.and(all.toArray(Condition[]::new)));
      }
    }
    Condition whole = Expressions.or(any.toArray(Condition[]::new));
    Condition begin = order.size() > 1 ? from(order.get(0), place.get(0)) : null;
    return begin == null ? whole : Expressions.and(begin, whole);
  }

  /** Says again what the whole implies, because an index can begin there; null where it cannot. */
  @SuppressWarnings("unchecked") // the value was read from this expression
  private @Nullable Condition from(Order key, @Nullable Object value) {
    if (value == null || mayBeNull(key.by())) {
      return null;
    }
    ComparableExpression<Object> by = (ComparableExpression<Object>) key.by();
    return key.descending() ? by.le(value) : by.ge(value);
  }

  /** A comparison with null would keep an index from being used, so it stands only where needed. */
  private boolean mayBeNull(Expression<?> by) {
    boolean outer = tree.joins().stream()
        .anyMatch(join ->
            join.how() == SelectTree.Join.How.RIGHT || join.how() == SelectTree.Join.How.FULL);
    if (outer
        || !(by instanceof Column<?, ?> column)
        || !column.source().equals(tree.from().source())
        || !column.source().isEntity()) {
      return true;
    }
    return session.generation().models().of(column.source().mapping()).columns().stream()
        .filter(model -> model.schema().name().equals(column.name()))
        .anyMatch(
            model -> model.schema().nullable() || !model.schema().subtypes().isEmpty());
  }

  @SuppressWarnings("unchecked") // the value was read from this expression
  private static Condition equal(Order key, @Nullable Object value) {
    ComparableExpression<Object> by = (ComparableExpression<Object>) key.by();
    return value == null ? by.isNull() : by.eq(value);
  }

  /** Null where nothing lies beyond. */
  @SuppressWarnings("unchecked") // the value was read from this expression
  private @Nullable Condition beyond(Order key, @Nullable Object value) {
    ComparableExpression<Object> by = (ComparableExpression<Object>) key.by();
    boolean nullsFirst = key.nulls() == Order.Nulls.FIRST;
    if (value == null) {
      return nullsFirst ? by.isNotNull() : null;
    }
    Condition greater = key.descending() ? by.lt(value) : by.gt(value);
    return nullsFirst || !mayBeNull(by) ? greater : greater.or(by.isNull());
  }

  private static InvalidQueryException invalid(String why, String fix) {
    return new InvalidQueryException(
        Failure.of(ErrorCode.INVALID_QUERY, "Cannot read a page").because(why).fix(fix));
  }
}
