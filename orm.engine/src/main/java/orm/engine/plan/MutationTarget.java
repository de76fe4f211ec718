package orm.engine.plan;

import java.util.List;
import java.util.Locale;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.expression.Operator;
import orm.api.expression.Source;
import orm.api.query.MutationTree;
import orm.api.query.MutationTree.Kind;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ColumnNode;
import orm.engine.plan.Scope.Instance;

/**
 * The table that a mutation writes to, and the row of it that is written.
 *
 * @param tree the mutation
 * @param source the table as the user names it
 * @param row its columns
 */
record MutationTarget(MutationTree<?> tree, Source<?> source, Instance row) {

  /** Finds the table, and makes it known in the scope. */
  static MutationTarget of(MutationTree<?> tree, Scope scope) {
    Source<?> source = tree.table().source();
    if (source.query() != null || Scope.rows(source).parent() != null) {
      throw Scope.invalid(
          "Cannot " + verb(tree.kind()) + " " + source,
          "it is a path or a query, and no table",
          "Begin with the table itself, and say in where(…) which rows are meant.");
    }
    return new MutationTarget(tree, source, scope.target(source));
  }

  private static String verb(Kind kind) {
    return switch (kind) {
      case INSERT -> "insert into";
      case UPDATE -> "update";
      case DELETE -> "delete from";
    };
  }

  TableModel table() {
    return row.table();
  }

  String alias() {
    return row.alias();
  }

  boolean isSubtype() {
    return source.kind() == Source.Kind.SUBTYPE;
  }

  ColumnNode column(ColumnModel column) {
    return row.column(column);
  }

  /** A column of the row that could not be inserted. */
  PlanNode excluded(ColumnModel column) {
    ColumnNode node = row.column(column);
    return new CallNode(Operator.EXCLUDED, List.of(node), node.value());
  }

  InvalidQueryException invalid(String why, String fix) {
    String verb = tree.kind().name().toLowerCase(Locale.ROOT);
    return new InvalidQueryException(
        Failure.of(ErrorCode.INVALID_QUERY, "Cannot " + verb + " " + table().entity())
            .because(why)
            .fix(fix)
            .at(table().entity(), null));
  }
}
