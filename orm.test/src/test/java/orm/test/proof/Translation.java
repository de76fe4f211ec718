package orm.test.proof;

import static orm.test.proof.Maker_.MAKER;
import static orm.test.proof.Part_.PART;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Expressions;
import orm.api.expression.Order;
import orm.api.model.EntityTable;
import orm.api.model.Table;
import orm.api.query.Select;
import orm.test.proof.Term.Place;
import orm.test.proof.Term.Way;

/** Makes typed queries, through the public API only. */
final class Translation {
  private final Map<Integer, Table<?>> tables = new HashMap<>();
  private final Terms terms = new Terms(this);

  /** The query for rows of several columns. */
  static Select<List<@Nullable Object>> of(Ask ask) {
    return new Translation().rows(ask);
  }

  Select<List<@Nullable Object>> rows(Ask ask) {
    Translation parts = new Translation();
    parts.tables.putAll(tables);
    Select<?> begun = begun(ask);
    List<Expression<?>> result = new ArrayList<>();
    ask.select().forEach(term -> result.add(terms.of(term)));
    Select<List<@Nullable Object>> select = begun.select(RowTable.row(result));
    for (Ask.Combined part : ask.parts()) {
      Select<List<@Nullable Object>> other = parts.rows(part.ask());
      select = switch (part.how()) {
        case UNION -> select.union(other);
        case UNION_ALL -> select.unionAll(other);
        case INTERSECT -> select.intersect(other);
        case EXCEPT -> select.except(other);
      };
    }
    return ended(ask, select);
  }

  /** A query for one column, as an operand. */
  <T> Select<T> one(Ask ask) {
    Select<?> begun = begun(ask);
    @SuppressWarnings("unchecked") // proofs ask terms for their types, not expressions
    Expression<T> result = (Expression<T>) terms.of(ask.select().get(0));
    return ended(ask, begun.select(result));
  }

  private <R> Select<R> ended(Ask ask, Select<R> select) {
    List<Order> order = new ArrayList<>();
    for (Ask.Sort key : ask.order()) {
      Order by = new Order(terms.of(key.by()), key.descending(), Order.Nulls.LAST);
      order.add(key.nullsFirst() ? by.nullsFirst() : by);
    }
    Select<R> ended = order.isEmpty() ? select : select.orderBy(order.toArray(Order[]::new));
    ended = ask.limit() < 0 ? ended : ended.limit(ask.limit());
    return ask.offset() == 0 ? ended : ended.offset(ask.offset());
  }

  private Select<?> begun(Ask ask) {
    Select<?> select = Select.from(table(ask.from().get(0)));
    for (Origin origin : ask.from().subList(1, ask.from().size())) {
      select = joined(select, origin);
    }
    if (!ask.where().isEmpty()) {
      select = select.where(terms.conditions(ask.where()));
    }
    List<Term> by = ask.groupBy();
    if (by != null) {
      select = select.groupBy(by.stream().map(terms::of).toArray(Expression<?>[]::new));
    }
    if (!ask.having().isEmpty()) {
      select = select.having(terms.conditions(ask.having()));
    }
    return ask.distinct() ? select.distinct() : select;
  }

  private Select<?> joined(Select<?> select, Origin origin) {
    Table<?> table = table(origin);
    if (origin.way() != null) {
      return origin.kind() == Origin.Kind.LEFT ? select.leftJoin(table) : select.join(table);
    }
    Term on = origin.on();
    if (on == null) {
      return select.crossJoin(table);
    }
    Condition condition = terms.condition(on);
    return switch (origin.kind()) {
      case LEFT -> select.leftJoin(table, condition);
      case RIGHT -> select.rightJoin(table, condition);
      case FULL -> select.fullJoin(table, condition);
      default -> select.join(table, condition);
    };
  }

  private Table<?> table(Origin origin) {
    Way way = origin.way();
    Ask rows = origin.rows();
    Table<?> table;
    if (way != null) {
      table = way(way);
    } else if (rows != null) {
      Select<List<@Nullable Object>> query = new Translation().rows(rows);
      String alias = "t" + origin.id();
      table = origin.common()
          ? query.asCommonTable(alias, source -> new RowTable(source, origin.table()))
          : query.asTable(alias, source -> new RowTable(source, origin.table()));
    } else {
      EntityTable<?, ?> entity = "maker".equals(origin.table().entity()) ? MAKER : PART;
      table = origin.id() == 0 ? entity : entity.as("t" + origin.id());
    }
    tables.put(origin.id(), table);
    return table;
  }

  /** The rows at the end of a path to many. */
  EntityTable<?, ?> way(Way way) {
    Table<?> parent = table(way.parent());
    EntityTable<?, ?> table =
        way.name().equals("parts") ? ((Maker_) parent).parts() : ((Part_) parent).pieces();
    tables.put(way.origin(), table);
    return table;
  }

  private Table<?> table(int origin) {
    return Objects.requireNonNull(tables.get(origin), () -> "no origin " + origin);
  }

  Expression<?> column(Place place) {
    Table<?> table = table(place.origin());
    for (String step : place.path()) {
      table = switch (step) {
        case "maker" -> ((Part_) table).maker();
        case "whole" -> ((Part_) table).whole();
        case "owner" -> ((Maker_) table).owner();
        default -> throw new IllegalArgumentException(step);
      };
    }
    if (table instanceof RowTable rows) {
      return rows.column(place.column());
    }
    return table instanceof Part_ part
        ? column(part, place.column())
        : column((Maker_) table, place.column());
  }

  private static Expression<?> column(Maker_ maker, String name) {
    return switch (name) {
      case "id" -> maker.id;
      case "name" -> maker.name;
      case "country" -> maker.country;
      case "owner" -> maker.owner.key();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Expression<?> column(Part_ part, String name) {
    return switch (name) {
      case "id" -> part.id;
      case "rank" -> part.rank;
      case "size" -> part.size;
      case "weight" -> part.weight;
      case "price" -> part.price;
      case "rate" -> part.rate;
      case "spare" -> part.spare;
      case "made" -> part.made;
      case "label" -> part.label;
      case "name" -> part.name;
      case "maker" -> part.maker.key();
      case "whole" -> part.whole.key();
      default -> throw new IllegalArgumentException(name);
    };
  }

  Condition exists(Ask ask) {
    return Expressions.exists(begun(ask));
  }
}
