package orm.api.expression;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import orm.api.annotation.LoadStrategy;
import orm.spi.mapping.RowReader;

/** The nodes behind the expression interfaces. */
final class Nodes {
  static final RowReader<Integer> INT = Readers.of(Integer.class);
  static final RowReader<Long> LONG = Readers.of(Long.class);
  static final RowReader<Double> DOUBLE = Readers.of(Double.class);
  static final RowReader<BigDecimal> DECIMAL = Readers.of(BigDecimal.class);
  static final RowReader<String> TEXT = Readers.of(String.class);

  private Nodes() {}

  static Condition condition(Operator operator, Expression<?>... arguments) {
    return new ConditionCall(operator, List.of(arguments));
  }

  static <T> Expression<T> plain(Operator operator, RowReader<T> reader, Expression<?>... all) {
    return new Call<>(operator, reader, List.of(all));
  }

  static <T> ComparableExpression<T> comparable(
      Operator operator, RowReader<T> reader, Expression<?>... arguments) {
    return new ComparableCall<>(operator, reader, List.of(arguments));
  }

  static TextExpression text(Operator operator, Expression<?>... arguments) {
    return new TextCall(operator, List.of(arguments));
  }

  static <N extends Number> NumberExpression<N> number(
      Operator operator, RowReader<N> reader, Expression<?>... arguments) {
    return new NumberCall<>(operator, reader, List.of(arguments));
  }

  static <T extends Temporal> TimeExpression<T> time(
      Operator operator, RowReader<T> reader, Expression<?>... arguments) {
    return new TimeCall<>(operator, reader, List.of(arguments));
  }

  static <T> Aggregate<T> aggregate(
      Operator operator, RowReader<T> reader, Expression<?>... arguments) {
    return new AggregateCall<>(operator, reader, List.of(arguments));
  }

  static <N extends Number> NumberAggregate<N> numberAggregate(
      Operator operator, RowReader<N> reader, Expression<?>... arguments) {
    return new NumberAggregateCall<>(operator, reader, List.of(arguments));
  }

  static TextRank rank(Expression<?>... arguments) {
    return new RankCall(List.of(arguments));
  }

  static <T> ComparableExpression<T> over(Expression<T> function, Window window) {
    return new Over<>(function, window);
  }

  static <N extends Number> NumberExpression<N> overNumber(Expression<N> function, Window window) {
    return new OverNumber<>(function, window);
  }

  static <T> Expression<T> value(T value) {
    return new Value<>(Objects.requireNonNull(
        value, "an operand is null; use isNull(), or whereIf for an optional one"));
  }

  static Expression<?> values(Collection<?> values) {
    return new Value<>(List.copyOf(values));
  }

  /** A part of the query itself, such as a unit of time. */
  static Expression<?> constant(Object value) {
    return new Constant(Objects.requireNonNull(value));
  }

  static <T> Expression<T> rows(Subquery<T> rows) {
    return new Rows<>(rows);
  }

  static class Call<T> implements Expression<T> {
    private final Operator operator;
    private final RowReader<T> reader;
    private final List<Expression<?>> arguments;

    Call(Operator operator, RowReader<T> reader, List<Expression<?>> arguments) {
      this.operator = operator;
      this.reader = reader;
      this.arguments = arguments;
    }

    @Override
    public final RowReader<T> reader() {
      return reader;
    }

    @Override
    public final <V> V accept(TreeVisitor<V> visitor) {
      return visitor.call(operator, arguments);
    }
  }

  private static class ComparableCall<T> extends Call<T> implements ComparableExpression<T> {
    ComparableCall(Operator operator, RowReader<T> reader, List<Expression<?>> arguments) {
      super(operator, reader, arguments);
    }
  }

  private static final class ConditionCall extends Call<Boolean> implements Condition {
    ConditionCall(Operator operator, List<Expression<?>> arguments) {
      super(operator, Readers.of(Boolean.class), arguments);
    }
  }

  private static final class TextCall extends ComparableCall<String> implements TextExpression {
    TextCall(Operator operator, List<Expression<?>> arguments) {
      super(operator, TEXT, arguments);
    }
  }

  private static class NumberCall<N extends Number> extends ComparableCall<N>
      implements NumberExpression<N> {
    NumberCall(Operator operator, RowReader<N> reader, List<Expression<?>> arguments) {
      super(operator, reader, arguments);
    }
  }

  private static final class RankCall extends NumberCall<Double> implements TextRank {
    RankCall(List<Expression<?>> arguments) {
      super(Operator.TEXT_RANK, DOUBLE, arguments);
    }
  }

  private static final class NumberAggregateCall<N extends Number> extends NumberCall<N>
      implements NumberAggregate<N> {
    NumberAggregateCall(Operator operator, RowReader<N> reader, List<Expression<?>> arguments) {
      super(operator, reader, arguments);
    }
  }

  private static final class AggregateCall<T> extends ComparableCall<T> implements Aggregate<T> {
    AggregateCall(Operator operator, RowReader<T> reader, List<Expression<?>> arguments) {
      super(operator, reader, arguments);
    }
  }

  private static final class TimeCall<T extends Temporal> extends ComparableCall<T>
      implements TimeExpression<T> {
    TimeCall(Operator operator, RowReader<T> reader, List<Expression<?>> arguments) {
      super(operator, reader, arguments);
    }
  }

  private record Value<T>(T value) implements Expression<T> {
    @Override
    @SuppressWarnings("unchecked") // the class of a value is that of T or below
    public RowReader<T> reader() {
      Class<?> type = value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass();
      return (RowReader<T>) Readers.of(type);
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.value(value);
    }
  }

  private record Constant(Object value) implements Expression<Object> {
    @Override
    public RowReader<Object> reader() {
      throw new IllegalStateException("a constant of the query is no result");
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.constant(value);
    }
  }

  private record Rows<T>(Subquery<T> query) implements Expression<T> {
    @Override
    public RowReader<T> reader() {
      return query.reader();
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.subquery(query);
    }
  }

  private static class Over<T> implements ComparableExpression<T> {
    private final Expression<T> function;
    private final Window window;

    Over(Expression<T> function, Window window) {
      this.function = function;
      this.window = Objects.requireNonNull(window, "window");
    }

    @Override
    public final RowReader<T> reader() {
      return function.reader();
    }

    @Override
    public final <V> V accept(TreeVisitor<V> visitor) {
      return visitor.over(function, window);
    }
  }

  private static final class OverNumber<N extends Number> extends Over<N>
      implements NumberExpression<N> {
    OverNumber(Expression<N> function, Window window) {
      super(function, window);
    }
  }

  record Related(Source<?> path, List<Condition> all) implements Condition {
    @Override
    public RowReader<Boolean> reader() {
      return Readers.of(Boolean.class);
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.related(path, all);
    }
  }

  /** Several operands compared as one. */
  record Tuple(List<Expression<?>> parts) implements Expression<Object> {
    @Override
    public RowReader<Object> reader() {
      throw new IllegalStateException("a row value is an operand, not a result");
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.tuple(parts);
    }
  }

  record RowNode<T>(RowReader<T> reader, List<Selectable<?>> parts) implements Selectable<T> {
    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.row(parts, reader);
    }
  }

  record Many<T>(Subquery<T> query, LoadStrategy strategy) implements Selectable<List<T>> {
    @Override
    public RowReader<List<T>> reader() {
      return row -> {
        throw new IllegalStateException("a nested list is read by row.next(reader)");
      };
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.many(query, strategy);
    }
  }

  record OptionalPart<T>(Selectable<T> part) implements Selectable<Optional<T>> {
    @Override
    public RowReader<Optional<T>> reader() {
      RowReader<T> inner = part.reader();
      return row -> Optional.ofNullable(row.nextPartOrAbsent(inner));
    }

    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.optional(part);
    }
  }
}
