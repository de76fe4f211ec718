package orm.spi.filter;

import java.util.Objects;
import java.util.Optional;
import orm.api.expression.Condition;
import orm.api.expression.Param;

/** Demands one value in a column, wherever there is such a column. */
record ColumnFilter<V>(
    String name, String column, Param<V> parameter, RowFilter.CurrentValue<V> current)
    implements RowFilter {
  ColumnFilter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(current, "value");
  }

  @Override
  public Optional<Condition> conditionOn(FilteredTable table) {
    return table.has(column)
        ? Optional.of(table.column(column, parameter.type()).eq(parameter))
        : Optional.empty();
  }

  @Override
  public Optional<?> value(Param<?> wanted) {
    return current.get();
  }
}
