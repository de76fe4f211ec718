package orm.engine.filter;

import java.util.List;
import orm.spi.filter.RowFilter;

/**
 * The filters of a database, which may be others at the next statement; one that has begun keeps
 * those it began with. Safe for use by several threads.
 */
public final class RowFilters {
  private volatile FilterSet current = FilterSet.NONE;

  /**
   * Lets filters apply from now on.
   *
   * @param filters all of them
   */
  public synchronized void use(List<RowFilter> filters) {
    if (!filters.equals(current.filters())) {
      current = filters.isEmpty() ? FilterSet.NONE : FilterSet.of(filters);
    }
  }

  /** {@return those that apply now} */
  public FilterSet current() {
    return current;
  }
}
