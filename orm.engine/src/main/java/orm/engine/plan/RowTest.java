package orm.engine.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.FilterException;
import orm.api.expression.Operator;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.LiteralNode;
import orm.engine.plan.PlanNode.TruthNode;
import orm.engine.plan.PlanNode.ValueNode;

/**
 * A row that is about to be written, of which conditions of filters are computed as SQL does: with
 * three truth values, where null stands for unknown. Used once.
 */
final class RowTest {
  private static final Object NO_VALUE = new Object();

  private final TableModel table;
  private final List<@Nullable Object> row;
  private final List<Object> values;

  RowTest(TableModel table, List<@Nullable Object> row, List<Object> values) {
    this.table = table;
    this.row = row;
    this.values = values;
  }

  boolean satisfies(FilterCondition test) {
    return Boolean.TRUE.equals(of(test, test.condition()));
  }

  private @Nullable Object of(FilterCondition test, PlanNode node) {
    if (node instanceof TruthNode truth) {
      return truth.truth();
    } else if (node instanceof ColumnNode column) {
      return column(column);
    } else if (node instanceof ValueNode value && !value.elements()) {
      return value.change().apply(value.slot() < 0 ? NO_VALUE : values.get(value.slot()));
    } else if (node instanceof LiteralNode literal) {
      return literal.literal();
    } else if (node instanceof CallNode call) {
      return of(test, call);
    }
    throw unknown(test);
  }

  private @Nullable Object column(ColumnNode wanted) {
    for (int i = 0; i < table.columns().size(); i++) {
      ColumnModel column = table.columns().get(i);
      if (column.name().equals(wanted.name())) {
        Object value = row.get(i);
        return value == null
            ? null
            : StoredValue.of(column.place(), column.type(), column.converter(), value);
      }
    }
    throw new IllegalStateException("no column " + wanted.name());
  }

  private @Nullable Object of(FilterCondition test, CallNode call) {
    List<PlanNode> arguments = call.arguments();
    switch (call.operator()) {
      case AND, OR -> {
        boolean decisive = call.operator() == Operator.OR;
        boolean unknown = false;
        for (PlanNode argument : arguments) {
          Object truth = of(test, argument);
          if (truth == null) {
            unknown = true;
          } else if (truth.equals(decisive)) {
            return decisive;
          }
        }
        return unknown ? null : !decisive;
      }
      case NOT -> {
        Object truth = of(test, arguments.get(0));
        return truth == null ? null : !truth.equals(true);
      }
      case IS_NULL -> {
        return of(test, arguments.get(0)) == null;
      }
      case IS_NOT_NULL -> {
        return of(test, arguments.get(0)) != null;
      }
      case EQ, NE -> {
        Object left = of(test, arguments.get(0));
        Object right = of(test, arguments.get(1));
        if (left == null || right == null) {
          return null;
        }
        return same(left, right) == (call.operator() == Operator.EQ);
      }
      default -> throw unknown(test);
    }
  }

  private static boolean same(Object left, Object right) {
    if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
      return one.compareTo(other) == 0;
    }
    boolean whole = isWhole(left) && isWhole(right);
    return whole ? ((Number) left).longValue() == ((Number) right).longValue() : left.equals(right);
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  private FilterException unknown(FilterCondition test) {
    return new FilterException(Failure.of(ErrorCode.FILTER_FAILED, "Cannot write " + table.entity())
        .because("whether a new row satisfies filter " + test.name()
            + " cannot be told without the database")
        .fix("Compare columns with parameters only, or let checksWrites() return false and check"
            + " rows by a validator.")
        .at(table.entity(), null));
  }
}
