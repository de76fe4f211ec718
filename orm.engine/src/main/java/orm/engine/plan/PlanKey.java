package orm.engine.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.LoadStrategy;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Fragment;
import orm.api.expression.Operator;
import orm.api.expression.Order;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.Subquery;
import orm.api.expression.TreeVisitor;
import orm.api.expression.Window;
import orm.api.query.MutationTree;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.RowReader;

/**
 * The shape of a query, without its values: queries of one shape share plan and text. Taking the
 * shape also collects the values, in the order in which {@link Planner} numbers them.
 */
public final class PlanKey {
  /** Enough for most queries. */
  private static final int USUAL_TOKENS = 64;

  private final List<Object> tokens;
  private final int hash;

  private PlanKey(List<Object> tokens) {
    this.tokens = tokens;
    this.hash = tokens.hashCode();
  }

  /**
   * Takes the shape of a query.
   *
   * @param tree the query
   * @param purpose what is asked of it, such as its rows or their number
   * @param values takes the values
   * @param filters the number of the set of filters that apply
   * @return the shape
   * @throws InvalidQueryException if a parameter has no value
   */
  public static PlanKey of(SelectTree<?> tree, Object purpose, List<Object> values, long filters) {
    Walk walk = new Walk(values, tree.bindings());
    walk.filters(filters);
    walk.tokens.add(purpose);
    walk.tree(tree);
    return new PlanKey(walk.tokens);
  }

  /**
   * Takes the shape of an insert, update or delete. The rows of an insert are no part of it.
   *
   * @param tree what to do
   * @param returning what to read of each row; null for nothing
   * @param values takes the values
   * @param filters the number of the set of filters that apply
   * @return the shape
   */
  public static PlanKey of(
      MutationTree<?> tree, @Nullable Selectable<?> returning, List<Object> values, long filters) {
    Select<?> source = tree.source();
    Walk walk = new Walk(values, source == null ? Map.of() : source.tree().bindings());
    walk.filters(filters);
    walk.mutation(tree);
    if (returning != null) {
      walk.tokens.add(Mark.RESULT);
      returning.accept(walk);
    }
    return new PlanKey(walk.tokens);
  }

  /** The shape of an operator together with its values: equal only if it is the same everywhere. */
  static List<Object> signature(Operator operator, List<Expression<?>> arguments) {
    Walk walk = new Walk(new ArrayList<>(), Map.of());
    walk.literal = true;
    walk.call(operator, arguments);
    return walk.tokens;
  }

  /** The shapes of the computed values that a query groups by; empty for most queries. */
  static List<List<Object>> signatures(SelectTree<?> tree) {
    SelectTree.Grouping grouping = tree.grouping();
    if (grouping == null) {
      return List.of();
    }
    List<List<Object>> signatures = new ArrayList<>();
    for (List<Expression<?>> set : grouping.sets()) {
      for (Expression<?> by : set) {
        if (!(by instanceof Column<?, ?>)) {
          Walk walk = new Walk(new ArrayList<>(), Map.of());
          walk.literal = true;
          by.accept(walk);
          signatures.add(walk.tokens);
        }
      }
    }
    return signatures;
  }

  static InvalidQueryException unbound(Param<?> parameter) {
    return new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, "Cannot run the query")
        .because("parameter " + parameter + " has no value")
        .fix("Call bind(parameter, value) first."));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlanKey that && hash == that.hash && tokens.equals(that.tokens);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** What separates the clauses; its value is its identity. */
  private enum Mark {
    SET,
    CONFLICT,
    JOIN,
    WHERE,
    GROUP,
    HAVING,
    RESULT,
    DISTINCT,
    PART,
    ORDER,
    OFFSET,
    VALUES,
    NO_VALUES,
    OVER,
    TUPLE,
    RELATED,
    MANY,
    OPTIONAL,
    FRAGMENT,
    FILTERS,
    UNSCOPED,
    END
  }

  /** The rows of a query, by the order in which queries are met. */
  private record Rows(Source.Kind kind, String name, int number) {}

  /** A path from the rows of a query. */
  private record Path(
      Source.Kind kind, Object parent, @Nullable String name, EntityMapping<?, ?> mapping) {}

  /**
   * Visits a tree in the order of {@link Planner}: from, joins, where, grouping, having, result,
   * order, offset.
   */
  private static final class Walk implements TreeVisitor<Walk> {
    private final List<Object> tokens = new ArrayList<>(USUAL_TOKENS);
    private final List<Object> values;
    private final Map<Param<?>, Object> bindings;
    private @Nullable List<Source<?>> queries;
    private List<List<Object>> grouped = List.of();

    /** What the next query gives instead of its own result. */
    private @Nullable List<MutationTree.Assignment> assigned;

    /** Whether values are part of the shape. */
    private boolean literal;

    /** Whether values take the type of what they are compared with. */
    private boolean compared;

    Walk(List<Object> values, Map<Param<?>, Object> bindings) {
      this.values = values;
      this.bindings = bindings;
    }

    /** Without filters the shape is what it would be if there were none anywhere. */
    void filters(long number) {
      if (number != 0) {
        tokens.add(Mark.FILTERS);
        tokens.add(number);
      }
    }

    private void unscoped(@Nullable String reason) {
      if (reason != null) {
        tokens.add(Mark.UNSCOPED);
        tokens.add(reason);
      }
    }

    void tree(SelectTree<?> tree) {
      unscoped(tree.unscoped());
      List<List<Object>> outer = grouped;
      if (tree.parts().isEmpty()) {
        body(tree);
      } else {
        for (SelectTree.Part part : tree.parts()) {
          tokens.add(Mark.PART);
          tokens.add(part.kind());
          tree(part.tree());
        }
      }
      tokens.add(Mark.ORDER);
      order(tree.orderBy());
      tokens.add(tree.limit());
      if (tree.offset() > 0) {
        tokens.add(Mark.OFFSET);
        values.add(tree.offset());
      }
      if (tree.lock() != null) {
        tokens.add(tree.lock());
      }
      tokens.add(Mark.END);
      grouped = outer;
    }

    /** The order is that of {@link MutationPlanner}. */
    void mutation(MutationTree<?> tree) {
      tokens.add(tree.kind());
      unscoped(tree.unscoped());
      source(tree.table().source());
      for (MutationTree.Joined join : tree.joins()) {
        tokens.add(Mark.JOIN);
        begin(join.table().source());
        join.on().accept(this);
      }
      Select<?> select = tree.source();
      if (select == null) {
        assignments(tree.assignments());
      } else {
        assigned = tree.assignments();
        tree(select.tree());
      }
      tokens.add(Mark.WHERE);
      tokens.add(tree.all());
      tree.where().forEach(condition -> condition.accept(this));
      MutationTree.Conflict conflict = tree.conflict();
      if (conflict != null) {
        tokens.add(Mark.CONFLICT);
        tokens.add(conflict.key().table().mapping());
        tokens.add(conflict.key().keyColumns());
        tokens.add(conflict.overwrite());
        assignments(conflict.assignments());
        conflict.where().forEach(condition -> condition.accept(this));
      }
    }

    private void assignments(List<MutationTree.Assignment> all) {
      boolean outer = compared;
      for (MutationTree.Assignment assignment : all) {
        tokens.add(Mark.SET);
        column(assignment.column());
        compared = true; // a value takes the type of its column
        Expression<?> value = assignment.value();
        if (value == null) {
          tokens.add(Mark.NO_VALUES);
        } else {
          value.accept(this);
        }
      }
      compared = outer;
      tokens.add(Mark.END);
    }

    private void body(SelectTree<?> tree) {
      List<MutationTree.Assignment> instead = assigned;
      assigned = null;
      begin(tree.from().source());
      for (SelectTree.Join join : tree.joins()) {
        tokens.add(Mark.JOIN);
        tokens.add(join.how());
        tokens.add(join.lateral());
        begin(join.table().source());
        Condition on = join.on();
        if (on != null) {
          on.accept(this);
        }
      }
      grouped = List.of();
      tokens.add(Mark.WHERE);
      for (Condition condition : tree.where()) {
        condition.accept(this);
      }
      SelectTree.Grouping grouping = tree.grouping();
      if (grouping != null) {
        tokens.add(grouping.several());
        literal(() -> {
          for (List<Expression<?>> set : grouping.sets()) {
            tokens.add(Mark.GROUP);
            set.forEach(by -> by.accept(this));
          }
          return this;
        });
        grouped = signatures(tree);
      }
      tokens.add(Mark.HAVING);
      for (Condition condition : tree.having()) {
        condition.accept(this);
      }
      tokens.add(Mark.RESULT);
      if (instead == null) {
        tree.result().accept(this);
      } else {
        assignments(instead);
      }
      SelectTree.Distinct distinct = tree.distinct();
      if (distinct != null) {
        tokens.add(Mark.DISTINCT);
        distinct.on().forEach(on -> on.accept(this));
      }
    }

    private void order(List<Order> orderBy) {
      for (Order order : orderBy) {
        order.by().accept(this);
        tokens.add(order.descending());
        tokens.add(order.nulls());
      }
    }

    private Walk literal(Supplier<Walk> walk) {
      boolean outer = literal;
      literal = true;
      Walk result = walk.get();
      literal = outer;
      return result;
    }

    private void source(Source<?> source) {
      tokens.add(token(source));
    }

    /** Visits the query behind a source too, unless it is written once and was met before. */
    private void begin(Source<?> source) {
      Subquery<?> query = source.query();
      boolean known = queries != null && queries.contains(source);
      source(source);
      if (query == null || source.kind() == Source.Kind.RECURSIVE) {
        return;
      }
      if (!known || source.kind() == Source.Kind.DERIVED) {
        tokens.add(source.columns());
        List<List<Object>> outer = grouped;
        grouped = List.of();
        tree(((Select<?>) query).tree());
        grouped = outer;
      }
    }

    /** What stands for a source; for the rows of a query the order in which they are met. */
    private Object token(Source<?> source) {
      if (source.query() == null) {
        Source<?> parent = source.parent();
        return parent == null || !isOverQuery(parent)
            ? source
            : new Path(source.kind(), token(parent), source.name(), source.mapping());
      }
      List<Source<?>> met = queries;
      if (met == null) {
        met = new ArrayList<>();
        queries = met;
      }
      int number = met.indexOf(source);
      if (number < 0) {
        number = met.size();
        met.add(source);
      }
      return new Rows(source.kind(), String.valueOf(source.name()), number);
    }

    private static boolean isOverQuery(Source<?> source) {
      Source<?> parent = source.parent();
      return source.query() != null || (parent != null && isOverQuery(parent));
    }

    @Override
    public Walk column(Column<?, ?> column) {
      source(column.source());
      tokens.add(column.name());
      return this;
    }

    @Override
    public Walk value(Object value) {
      if (literal) {
        tokens.add(value);
        return this;
      }
      if (value instanceof List<?> list) {
        tokens.add(list.isEmpty() ? Mark.NO_VALUES : Mark.VALUES); // however many, one shape
      } else {
        tokens.add(value.getClass());
        if (!compared && value instanceof BigDecimal decimal) {
          tokens.add(decimal.scale());
        }
      }
      values.add(value);
      return this;
    }

    @Override
    public Walk param(Param<?> parameter) {
      Object value = bindings.get(parameter);
      if (value == null) {
        throw unbound(parameter);
      }
      return value(value);
    }

    @Override
    public Walk constant(Object value) {
      tokens.add(value);
      return this;
    }

    @Override
    public Walk call(Operator operator, List<Expression<?>> arguments) {
      if (!literal && !grouped.isEmpty() && grouped.contains(signature(operator, arguments))) {
        return literal(() -> call(operator, arguments));
      }
      tokens.add(operator);
      tokens.add(arguments.size());
      boolean outer = compared;
      compared = OperatorPlanner.compares(operator);
      for (Expression<?> argument : arguments) {
        argument.accept(this);
      }
      compared = outer;
      return this;
    }

    @Override
    public Walk tuple(List<Expression<?>> parts) {
      tokens.add(Mark.TUPLE);
      tokens.add(parts.size());
      parts.forEach(part -> part.accept(this));
      return this;
    }

    @Override
    public Walk related(Source<?> path, List<Condition> all) {
      tokens.add(Mark.RELATED);
      source(path);
      all.forEach(condition -> condition.accept(this));
      tokens.add(Mark.END);
      return this;
    }

    @Override
    public Walk over(Expression<?> function, Window window) {
      tokens.add(Mark.OVER);
      function.accept(this);
      tokens.add(window.partition().size());
      window.partition().forEach(by -> by.accept(this));
      order(window.order());
      Window.Frame frame = window.frame();
      tokens.add(frame == null ? Mark.END : frame);
      return this;
    }

    @Override
    public Walk fragment(Fragment fragment) {
      tokens.add(Mark.FRAGMENT);
      tokens.add(fragment.texts());
      tokens.add(fragment.type());
      fragment.holes().forEach(hole -> hole.accept(this));
      return this;
    }

    @Override
    public Walk row(List<Selectable<?>> parts, RowReader<?> reader) {
      tokens.add(parts.size());
      for (Selectable<?> part : parts) {
        part.accept(this);
      }
      return this;
    }

    @Override
    public Walk table(Source<?> source, RowReader<?> reader) {
      source(source);
      return this;
    }

    @Override
    public Walk optional(Selectable<?> part) {
      tokens.add(Mark.OPTIONAL);
      return part.accept(this);
    }

    @Override
    public Walk many(Subquery<?> query, LoadStrategy strategy) {
      tokens.add(Mark.MANY);
      tokens.add(strategy);
      return subquery(query);
    }

    @Override
    public Walk subquery(Subquery<?> query) {
      tree(((Select<?>) query).tree());
      return this;
    }
  }
}
