package orm.engine.render;

import java.util.List;
import orm.engine.filter.FilterUse;
import orm.engine.plan.ColumnModel;
import orm.engine.plan.MutationPlan;
import orm.engine.plan.MutationPlan.Assignment;
import orm.engine.plan.PlanNode;
import orm.engine.plan.QueryPlan;
import orm.engine.plan.RowShape;
import orm.spi.dialect.SqlSyntax;

/** Writes the SQL of inserts, updates and deletes, clause by clause. Immutable. */
public final class MutationRenderer {
  private final SqlSyntax syntax;
  private final SelectRenderer queries;
  private final NodeRenderer nodes;
  private final ClauseRenderer clauses;

  /**
   * Makes a renderer.
   *
   * @param syntax what the dialect says differently
   * @param queries writes the queries inside
   */
  public MutationRenderer(SqlSyntax syntax, SelectRenderer queries) {
    this.syntax = syntax;
    this.queries = queries;
    this.nodes = queries.nodes();
    this.clauses = queries.clauses();
  }

  /**
   * An insert of whole rows: their parameters come first.
   *
   * @param sql the text, with the parameters that follow the rows
   * @param positions for each column of the table the parameter that takes it, from 1; 0 for none
   * @param arrays whether many rows are sent as one array per column
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record RowsSql(RenderedSql sql, int[] positions, boolean arrays) {
    /**
     * Tells what it uses of filters.
     *
     * @param use what it uses
     * @return a copy that knows it
     */
    public RowsSql with(FilterUse use) {
      return new RowsSql(sql.with(use), positions, arrays);
    }

    /** {@return the number of parameters that the rows take} */
    public int parameters() {
      int last = 0;
      for (int position : positions) {
        last = Math.max(last, position);
      }
      return last;
    }
  }

  /**
   * Writes a mutation, but for an insert of whole rows.
   *
   * @param plan the mutation
   * @return its text and binds
   */
  public RenderedSql render(MutationPlan plan) {
    SqlText out = new SqlText(syntax);
    queries.with(out, plan.common());
    switch (plan.kind()) {
      case INSERT -> {
        insertInto(out, plan);
        assigned(out, plan);
        conflict(out, plan);
      }
      case UPDATE -> update(out, plan);
      case DELETE -> delete(out, plan);
    }
    return complete(out, plan);
  }

  /**
   * Writes an insert of whole rows.
   *
   * @param plan the insert
   * @param table the statements of its table
   * @param arrays whether the rows are sent as one array per column
   * @return its text and binds
   */
  public RowsSql renderRows(MutationPlan plan, TableStatements table, boolean arrays) {
    SqlText out = new SqlText(syntax);
    queries.with(out, plan.common());
    insertInto(out, plan);
    List<ColumnModel> sent = table.sent(plan.keyed());
    out.sql(table.rows(sent, arrays));
    conflict(out, plan);
    return new RowsSql(complete(out, plan), table.positions(sent), arrays && !sent.isEmpty());
  }

  private RenderedSql complete(SqlText out, MutationPlan plan) {
    QueryPlan returning = plan.returning();
    RowShape shape = RowShape.ofColumns(List.of());
    if (returning != null) {
      String separator = " RETURNING ";
      for (PlanNode column : returning.result()) {
        out.sql(separator);
        nodes.selected(out, column);
        separator = ", ";
      }
      shape = RowShape.of(returning);
    }
    return new RenderedSql(out.toString(), out.binds(), shape, List.of());
  }

  private static void table(SqlText out, MutationPlan plan) {
    out.name(plan.table().name());
    if (!plan.alias().equals(plan.table().name())) {
      out.sql(" AS ").name(plan.alias());
    }
  }

  // ---- Insert

  private static void insertInto(SqlText out, MutationPlan plan) {
    out.sql("INSERT INTO ");
    table(out, plan);
  }

  private void assigned(SqlText out, MutationPlan plan) {
    String separator = " (";
    for (Assignment assignment : plan.assignments()) {
      out.sql(separator).name(assignment.column().name());
      separator = ", ";
    }
    out.sql(") ");
    QueryPlan source = plan.source();
    if (source != null) {
      if (plan.assignments().stream().anyMatch(MutationRenderer::isSensitive)) {
        out.hidden(() -> queries.select(out, source, null));
      } else {
        queries.select(out, source, null);
      }
      return;
    }
    separator = "VALUES (";
    for (Assignment assignment : plan.assignments()) {
      out.sql(separator);
      value(out, assignment);
      separator = ", ";
    }
    out.sql(")");
  }

  /** What makes up a value that nobody may see shall not be seen either. */
  private void value(SqlText out, Assignment assignment) {
    if (isSensitive(assignment)) {
      out.hidden(() -> nodes.node(out, assignment.value()));
    } else {
      nodes.node(out, assignment.value());
    }
  }

  private static boolean isSensitive(Assignment assignment) {
    return assignment.column().schema().sensitive();
  }

  private void conflict(SqlText out, MutationPlan plan) {
    MutationPlan.Conflict conflict = plan.conflict();
    if (conflict == null) {
      return;
    }
    String separator = " ON CONFLICT (";
    for (ColumnModel column : conflict.key()) {
      out.sql(separator).name(column.name());
      separator = ", ";
    }
    if (conflict.assignments().isEmpty()) {
      out.sql(") DO NOTHING");
      return;
    }
    out.sql(") DO UPDATE");
    set(out, conflict.assignments());
    clauses.where(out, conflict.where(), null);
  }

  // ---- Update and delete

  private void update(SqlText out, MutationPlan plan) {
    out.sql("UPDATE ");
    table(out, plan);
    set(out, plan.assignments());
    clauses.from(out, plan.from());
    clauses.where(out, plan.where(), null);
  }

  private void set(SqlText out, List<Assignment> assignments) {
    String separator = " SET ";
    for (Assignment assignment : assignments) {
      out.sql(separator).name(assignment.column().name()).sql(" = ");
      value(out, assignment);
      separator = ", ";
    }
  }

  private void delete(SqlText out, MutationPlan plan) {
    out.sql("DELETE FROM ");
    table(out, plan);
    clauses.where(out, plan.where(), null);
  }
}
