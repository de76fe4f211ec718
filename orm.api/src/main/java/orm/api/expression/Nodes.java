package orm.api.expression;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import orm.spi.mapping.RowReader;

/** The nodes behind the expression interfaces. */
final class Nodes {
  private Nodes() {}

  static Condition condition(Operator operator, Expression<?>... arguments) {
    return new ConditionCall(operator, List.of(arguments));
  }

  static <T> Expression<T> value(T value) {
    return new Value<>(Objects.requireNonNull(
        value, "an operand is null; use isNull(), or whereIf for an optional one"));
  }

  static Expression<?> values(Collection<?> values) {
    return new Value<>(List.copyOf(values));
  }

  static <T> Expression<T> rows(Subquery<T> rows) {
    return new Rows<>(rows);
  }

  private record ConditionCall(Operator operator, List<Expression<?>> arguments)
      implements Condition {
    @Override
    public RowReader<Boolean> reader() {
      return Readers.of(Boolean.class);
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.call(operator, arguments);
    }
  }

  private record Value<T>(T value) implements Expression<T> {
    @Override
    public RowReader<T> reader() {
      return row -> value;
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.value(value);
    }
  }

  private record Rows<T>(Subquery<T> query) implements Expression<T> {
    @Override
    public RowReader<T> reader() {
      throw new IllegalStateException("a subquery is an operand, not a result");
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.subquery(query);
    }
  }

  record RowNode<T>(RowReader<T> reader, List<Selectable<?>> parts) implements Selectable<T> {
    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.row(parts, reader);
    }
  }
}
