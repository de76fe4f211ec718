package orm.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.FilteredRowException;
import orm.engine.filter.FilterSet;
import orm.engine.filter.FilterUse;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.PlanNode.SubqueryNode;
import orm.spi.mapping.EntityMapping;

/** What the filters demand of the rows of one table, for statements of single rows. Immutable. */
public final class TableGuard {
  private final TableModel table;
  private final FilterSet set;
  private final List<FilterCondition> conditions;
  private final FilterUse use;
  private final List<FilterCondition> tests;

  TableGuard(TableModel table, FilterSet set, List<FilterCondition> conditions, FilterUse use) {
    this.table = table;
    this.set = set;
    this.conditions = List.copyOf(conditions);
    this.use = use;
    this.tests = tests(set, conditions);
  }

  /** Those that a row must satisfy when it is written. */
  static List<FilterCondition> tests(FilterSet set, List<FilterCondition> conditions) {
    List<FilterCondition> tests = new ArrayList<>();
    for (FilterCondition condition : conditions) {
      if (condition.filter() != StatementFilters.DELETED
          && set.filters().get(condition.filter()).checksWrites()) {
        tests.add(condition);
      }
    }
    return List.copyOf(tests);
  }

  /** {@return the conditions on an existing row, all of which must be true; empty for none} */
  public List<PlanNode> conditions() {
    return conditions.stream().map(FilterCondition::condition).toList();
  }

  /** {@return the values of the filters now, by slot} */
  public List<Object> values() {
    return set.values(use);
  }

  /** {@return whether rows that are written are looked at} */
  public boolean tests() {
    return !tests.isEmpty();
  }

  /**
   * Tells whether a statement that sets columns may write a row that is hidden afterwards.
   *
   * @param columns the logical names of the columns
   * @return whether it may
   */
  public boolean concerns(Set<String> columns) {
    Set<String> used = new HashSet<>();
    for (FilterCondition test : tests) {
      collect(test.condition(), used);
    }
    return table.columns().stream()
        .anyMatch(
            column -> columns.contains(column.schema().name()) && used.contains(column.name()));
  }

  private void collect(PlanNode node, Set<String> into) {
    if (node instanceof ColumnNode column) {
      into.add(column.name());
    } else if (node instanceof SubqueryNode) { // may look at any column from inside
      table.columns().forEach(column -> into.add(column.name()));
    } else {
      Grouped.parts(node).forEach(part -> collect(part, into));
    }
  }

  /**
   * Looks whether rows may be written.
   *
   * @param <E> the rows
   * @param verb what is about to happen, such as {@code insert}
   * @param mapping binds them
   * @param rows the rows, complete
   * @throws FilteredRowException if one of them would be hidden
   * @throws orm.api.error.FilterException if that cannot be told
   */
  public <E> void require(String verb, EntityMapping<E, ?> mapping, List<? extends E> rows) {
    if (tests.isEmpty()) {
      return;
    }
    List<Object> values = values();
    for (int i = 0; i < rows.size(); i++) {
      WrittenColumns written = new WrittenColumns();
      mapping.write(rows.get(i), written);
      RowTest row = new RowTest(table, written.values(), values);
      for (FilterCondition test : tests) {
        if (!row.satisfies(test)) {
          String where = rows.size() > 1 ? "row " + i + " does" : "the row does";
          throw new FilteredRowException(
              Failure.of(ErrorCode.ROW_FILTERED, "Cannot " + verb + " " + table.entity())
                  .because(where + " not satisfy filter " + test.name())
                  .fix("Correct its columns, or say unscoped(\"reason\") where that is meant.")
                  .at(table.entity(), null));
        }
      }
    }
  }

  /**
   * Tells of a row that filters hide and that stands where one was to be written.
   *
   * @param verb what was tried
   * @return the exception
   */
  public FilteredRowException hidden(String verb) {
    return new FilteredRowException(
        Failure.of(ErrorCode.ROW_FILTERED, "Cannot " + verb + " " + table.entity())
            .because("a row with this key is there, and hidden by filter "
                + String.join(", ", use.names()))
            .fix("Use another key, or say unscoped(\"reason\") where that row is meant.")
            .at(table.entity(), null));
  }

  /**
   * Tells of a written row that filters would hide.
   *
   * @param verb what was tried
   * @return the exception
   */
  public FilteredRowException refused(String verb) {
    return new FilteredRowException(
        Failure.of(ErrorCode.ROW_FILTERED, "Cannot " + verb + " " + table.entity())
            .because("a row would not satisfy filter " + String.join(", ", use.names())
                + "; nothing was written")
            .fix("Correct the columns that are set, or say unscoped(\"reason\") where that is"
                + " meant.")
            .at(table.entity(), null));
  }
}
