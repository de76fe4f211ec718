package orm.engine.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.FilterException;
import orm.api.expression.Condition;
import orm.api.expression.Param;
import orm.spi.filter.FilteredTable;
import orm.spi.filter.RowFilter;

/** The filters that apply to a statement. Immutable; its number stands for it in keys of plans. */
public final class FilterSet {
  /** Where there are none; what was deleted softly is hidden still. */
  public static final FilterSet NONE = new FilterSet(0, List.of(), false, false);

  /** Of a statement that sees everything. */
  public static final FilterSet LIFTED = new FilterSet(-1, List.of(), true, true);

  private static final Logger LOG = LoggerFactory.getLogger("orm.filter");
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final long number;
  private final List<RowFilter> filters;
  private final boolean lifted;
  private final boolean seesDeleted;

  private FilterSet(long number, List<RowFilter> filters, boolean lifted, boolean seesDeleted) {
    this.number = number;
    this.filters = List.copyOf(filters);
    this.lifted = lifted;
    this.seesDeleted = seesDeleted;
  }

  static FilterSet of(List<RowFilter> filters) {
    return new FilterSet(NUMBERS.incrementAndGet(), filters, false, false);
  }

  /** {@return the same filters, for a statement that sees what was deleted softly} */
  public FilterSet withDeleted() {
    return seesDeleted ? this : new FilterSet(-2 - number, filters, false, true);
  }

  /** {@return what no other set has; 0 where there are no filters} */
  public long number() {
    return number;
  }

  /** {@return the filters} */
  public List<RowFilter> filters() {
    return filters;
  }

  /** {@return whether nothing is hidden} */
  public boolean isLifted() {
    return lifted;
  }

  /** {@return whether rows that were deleted softly are not hidden} */
  public boolean seesDeleted() {
    return seesDeleted;
  }

  /**
   * Asks a filter about a table.
   *
   * @param filter its position among the filters
   * @param table the table
   * @return the condition; null where it says nothing about the table
   */
  public @Nullable Condition condition(int filter, FilteredTable table) {
    try {
      return filters.get(filter).conditionOn(table).orElse(null);
    } catch (RuntimeException | LinkageError failed) {
      throw threw(filter, "condition on " + table.entity(), table.entity(), failed);
    }
  }

  /**
   * Asks a filter for a value.
   *
   * @param wanted which filter and parameter
   * @return the value
   * @throws FilterException if there is none
   */
  public Object value(FilterValue wanted) {
    Param<?> parameter = wanted.parameter();
    Optional<?> value;
    try {
      value = filters.get(wanted.filter()).value(parameter);
    } catch (RuntimeException | LinkageError failed) {
      throw threw(wanted.filter(), "value of " + parameter, wanted.entity(), failed);
    }
    String what = "Cannot reach " + wanted.entity();
    String name = name(wanted.filter());
    if (value.isEmpty()) {
      throw new FilterException(Failure.of(ErrorCode.FILTER_VALUE_MISSING, what)
          .because("filter " + name + " has no value for " + parameter + " now")
          .fix("Set it for what runs, or say unscoped(\"reason\") where all rows are meant.")
          .at(wanted.entity(), null));
    }
    if (!parameter.type().isInstance(value.get())) {
      throw new FilterException(Failure.of(ErrorCode.FILTER_FAILED, what)
          .because("filter " + name + " gives a " + value.get().getClass().getName()
              + " for parameter " + parameter + " of type " + parameter.type().getName())
          .fix("Give a value of the parameter's type.")
          .at(wanted.entity(), null));
    }
    return value.get();
  }

  /**
   * Gives a statement the values of its filters, behind its own, and tells the log why some do not
   * apply.
   *
   * @param use what the plan of the statement uses of this set
   * @param values the values of the statement
   */
  public void complete(FilterUse use, List<Object> values) {
    if (use.isNone()) {
      return;
    }
    use.reasons().forEach(reason -> LOG.info("a statement runs without filters: {}", reason));
    for (FilterValue value : use.values()) {
      values.add(value(value));
    }
  }

  /**
   * Returns the values of filters that apply to one table.
   *
   * @param use what the statements of the table use of this set
   * @return the values by slot
   */
  public List<Object> values(FilterUse use) {
    if (use.values().isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>(use.values().size());
    complete(use, values);
    return values;
  }

  /**
   * Returns the name of a filter.
   *
   * @param filter its position
   * @return the name
   */
  public String name(int filter) {
    try {
      return filters.get(filter).name();
    } catch (RuntimeException | LinkageError failed) {
      return filters.get(filter).getClass().getName();
    }
  }

  private FilterException threw(int filter, String what, String entity, Throwable failed) {
    if (failed instanceof FilterException explained) {
      return explained;
    }
    // not its message, which may hold a value
    return new FilterException(Failure.of(ErrorCode.FILTER_FAILED, "Cannot reach " + entity)
        .because("filter " + name(filter) + " threw " + failed.getClass().getName()
            + " when it was asked for its " + what)
        .fix("Correct the filter, or take it away.")
        .at(entity, null)
        .cause(failed));
  }
}
