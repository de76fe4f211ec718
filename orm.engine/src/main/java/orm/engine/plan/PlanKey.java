package orm.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Operator;
import orm.api.expression.Order;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.Subquery;
import orm.api.expression.TreeVisitor;
import orm.api.query.Select;
import orm.api.query.SelectTree;
import orm.spi.mapping.RowReader;

/**
 * The shape of a query, without its values: queries of one shape share plan and text. Taking the
 * shape also collects the values, in the order in which {@link Planner} numbers them.
 */
public final class PlanKey {
  private final Object[] tokens;
  private final int hash;

  private PlanKey(Object[] tokens) {
    this.tokens = tokens;
    this.hash = Arrays.hashCode(tokens);
  }

  /**
   * Takes the shape of a query.
   *
   * @param tree the query
   * @param purpose what is asked of it, such as its rows or their number
   * @param values takes the values
   * @return the shape
   */
  public static PlanKey of(SelectTree<?> tree, Object purpose, List<Object> values) {
    Walk walk = new Walk(values);
    walk.tokens.add(purpose);
    walk.tree(tree);
    return new PlanKey(walk.tokens.toArray());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlanKey that && hash == that.hash && Arrays.equals(tokens, that.tokens);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** What separates the clauses; its value is its identity. */
  private enum Mark {
    WHERE,
    RESULT,
    ORDER,
    OFFSET,
    VALUES,
    NO_VALUES,
    END
  }

  /** Visits a tree in the order of {@link Planner}: from, result, where, order, offset. */
  private static final class Walk implements TreeVisitor<Walk> {
    private final List<Object> tokens = new ArrayList<>();
    private final List<Object> values;

    Walk(List<Object> values) {
      this.values = values;
    }

    void tree(SelectTree<?> tree) {
      tokens.add(tree.from().source());
      tokens.add(Mark.RESULT);
      tree.result().accept(this);
      tokens.add(Mark.WHERE);
      for (Condition condition : tree.where()) {
        condition.accept(this);
      }
      tokens.add(Mark.ORDER);
      for (Order order : tree.orderBy()) {
        order.by().accept(this);
        tokens.add(order.descending());
        tokens.add(order.nulls());
      }
      tokens.add(tree.limit());
      if (tree.offset() > 0) {
        tokens.add(Mark.OFFSET);
        values.add(tree.offset());
      }
      tokens.add(Mark.END);
    }

    @Override
    public Walk column(Column<?, ?> column) {
      tokens.add(column.source());
      tokens.add(column.name());
      return this;
    }

    @Override
    public Walk value(Object value) {
      if (value instanceof List<?> list) {
        tokens.add(list.isEmpty() ? Mark.NO_VALUES : Mark.VALUES); // however many, one shape
      } else {
        tokens.add(value.getClass());
      }
      values.add(value);
      return this;
    }

    @Override
    public Walk call(Operator operator, List<Expression<?>> arguments) {
      tokens.add(operator);
      tokens.add(arguments.size());
      for (Expression<?> argument : arguments) {
        argument.accept(this);
      }
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
      tokens.add(source);
      return this;
    }

    @Override
    public Walk subquery(Subquery<?> query) {
      tree(((Select<?>) query).tree());
      return this;
    }
  }
}
