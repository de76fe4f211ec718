package orm.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.NotNullException;
import orm.api.expression.Column;
import orm.api.expression.Expression;
import orm.api.expression.JsonColumn;
import orm.api.model.Ref;
import orm.api.query.MutationTree;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnSchema.Origin;
import orm.api.schema.ColumnSchema.Role;
import orm.api.schema.ColumnType;
import orm.api.schema.ForeignKeySchema;
import orm.engine.lifecycle.Generators;
import orm.engine.plan.MutationPlan.Assignment;
import orm.engine.plan.PlanNode.LiteralNode;
import orm.engine.plan.PlanNode.NextNode;
import orm.engine.plan.PlanNode.NullNode;
import orm.engine.plan.PlanNode.RescaledNode;
import orm.engine.plan.PlanNode.StoredNode;
import orm.engine.plan.PlanNode.ValueNode;

/**
 * Plans what a mutation stores in the columns of its table: what the user sets, and what the table
 * demands besides, such as versions and time stamps.
 */
final class AssignmentPlanner {
  private final MutationTarget target;
  private final TableModel table;
  private final OperatorPlanner operators;

  AssignmentPlanner(MutationTarget target, OperatorPlanner operators) {
    this.target = target;
    this.table = target.table();
    this.operators = operators;
  }

  // ---- What the user sets

  List<Assignment> assignments(List<MutationTree.Assignment> wanted, ExpressionPlanner values) {
    List<Assignment> assignments = new ArrayList<>();
    Set<ColumnModel> seen = new HashSet<>();
    for (MutationTree.Assignment each : wanted) {
      Column<?, ?> column = each.column();
      requireTarget(column);
      List<ColumnModel> columns = columnsOf(column);
      List<PlanNode> nodes = values(column, columns, each.value(), values);
      for (int i = 0; i < columns.size(); i++) {
        if (!seen.add(columns.get(i))) {
          throw target.invalid(columns.get(i).place() + " is set twice", "Set each column once.");
        }
        if (target.tree().source() == null) { // a query checks its groups itself
          Grouped.requireNoAggregate(nodes.get(i));
        }
        assignments.add(new Assignment(columns.get(i), nodes.get(i)));
      }
    }
    return assignments;
  }

  private void requireTarget(Column<?, ?> column) {
    if (!Scope.rows(column.source()).equals(Scope.rows(target.source()))) {
      throw target.invalid(
          "column " + column + " belongs to another instance than the one that is written",
          "Set columns of the table that the statement began with.");
    }
  }

  private List<ColumnModel> columnsOf(Column<?, ?> column) {
    return table
        .schema()
        .foreignKey(column.name())
        .map(ForeignKeySchema::columns)
        .orElseGet(() -> List.of(column.name()))
        .stream()
        .map(table::column)
        .toList();
  }

  private List<PlanNode> values(
      Column<?, ?> wanted,
      List<ColumnModel> columns,
      @Nullable Expression<?> value,
      ExpressionPlanner planner) {
    List<PlanNode> nodes = new ArrayList<>();
    if (value == null) {
      for (ColumnModel column : columns) {
        if (!column.schema().nullable()) {
          throw notNull(
              column,
              "the component is required and cannot be set to null",
              "Set a value, or declare the component @Nullable.");
        }
        nodes.add(new NullNode(ValueType.of(column)));
      }
      return nodes;
    }
    Operand operand = value.accept(planner);
    for (int i = 0; i < columns.size(); i++) {
      ColumnModel column = columns.get(i);
      if (operand instanceof Operand.Value given) {
        ValueType type = ValueType.of(column);
        nodes.add(new StoredNode(
            given.value() instanceof Ref<?>
                ? Operands.ofReference(given.slot(), i, type)
                : wanted instanceof JsonColumn<?, ?> document
                    ? Operands.document(given.slot(), type, document)
                    : Operands.stored(given.slot(), type),
            column));
      } else if (operand instanceof Operand.Columns found
          && found.columns().size() == columns.size()) {
        nodes.add(fitted(found.columns().get(i), column));
      } else if (operand instanceof Operand.Node node && columns.size() == 1) {
        nodes.add(fitted(node.node(), column));
      } else {
        throw target.invalid(
            column.place() + " belongs to a reference of several columns, the value does not",
            "Set it to a reference to the same table.");
      }
    }
    return nodes;
  }

  /** Gives a decimal the digits of its column. */
  private PlanNode fitted(PlanNode node, ColumnModel column) {
    ColumnType from = node.type();
    ColumnType to = column.type();
    if (to.kind() != ColumnType.Kind.DECIMAL
        || (from.hasScale() == to.hasScale()
            && from.scale() == to.scale()
            && operators.isOrdered(from) == operators.isOrdered(to))) {
      return node;
    }
    // what the database cannot compute with, it cannot round either
    operators.requireOrdered(node, "set " + column.place() + " to");
    operators.requireOrdered(target.column(column), "compute");
    return from.hasScale() && to.hasScale() ? new RescaledNode(node, ValueType.of(column)) : node;
  }

  // ---- What the engine adds

  /** Completes a row as it is done for rows that are inserted whole. */
  void stampInsert(List<Assignment> assignments, boolean single) {
    Set<ColumnModel> given = columns(assignments);
    String discriminator = table.schema().discriminator();
    for (ColumnModel column : table.columns()) {
      ColumnSchema schema = column.schema();
      boolean discriminates = target.isSubtype() && schema.name().equals(discriminator);
      if (given.contains(column)) {
        continue;
      }
      if (discriminates) {
        assignments.add(new Assignment(
            column,
            ValueNode.constant(column.type(), String.valueOf(target.source().name()))));
      } else if (schema.role() == Role.CREATED_AT || schema.role() == Role.UPDATED_AT) {
        assignments.add(new Assignment(column, stamped(column, MutationPlanner.NOW)));
      } else if (schema.role() == Role.CREATED_BY || schema.role() == Role.UPDATED_BY) {
        assignments.add(new Assignment(column, actor(column)));
      } else if (schema.role() == Role.VERSION) {
        assignments.add(new Assignment(column, new LiteralNode(0L, ValueType.of(column))));
      } else if (schema.origin() == Origin.GENERATOR) {
        throw target.invalid(
            "key " + column.place() + " is made by generator " + schema.sequence(),
            "Give it a value, or insert whole rows with values(…).");
      } else if (schema.origin() == Origin.UUID) {
        if (!single) {
          throw target.invalid(
              "key " + column.place() + " is made in Java, one for each row",
              "Read the rows, and insert them as values(…).");
        }
        assignments.add(new Assignment(column, stamped(column, MutationPlanner.NEW_UUID)));
      } else if (!schema.madeByDatabase() && isRequired(schema)) {
        throw notNull(
            column,
            "the component is required and the insert gives it no value",
            "Add set(…) for it, or declare the component @Nullable or @Default.");
      }
    }
  }

  private boolean isRequired(ColumnSchema column) {
    boolean here = column.subtypes().isEmpty()
        || (target.isSubtype()
            && column.subtypes().contains(String.valueOf(target.source().name())));
    return here && !column.nullable() && column.defaultSql() == null;
  }

  /** What marks rows as deleted; empty where they are taken away. */
  List<Assignment> softDelete() {
    List<Assignment> assignments = new ArrayList<>();
    for (ColumnModel column : table.columns()) {
      if (column.schema().role() == Role.DELETED) {
        boolean flag = column.type().kind() == ColumnType.Kind.BOOLEAN;
        assignments.add(new Assignment(
            column,
            flag
                ? new StoredNode(ValueNode.constant(column.type(), true), column)
                : stamped(column, MutationPlanner.NOW)));
      }
    }
    if (!assignments.isEmpty()) {
      stampUpdate(assignments);
    }
    return assignments;
  }

  void stampUpdate(List<Assignment> assignments) {
    Set<ColumnModel> given = columns(assignments);
    for (ColumnModel column : table.columns()) {
      if (!given.contains(column)) {
        if (column.schema().role() == Role.VERSION) {
          assignments.add(new Assignment(column, next(column)));
        } else if (column.schema().role() == Role.UPDATED_AT) {
          assignments.add(new Assignment(column, stamped(column, MutationPlanner.NOW)));
        } else if (column.schema().role() == Role.UPDATED_BY) {
          assignments.add(new Assignment(column, actor(column)));
        }
      }
    }
  }

  void stampConflict(List<Assignment> assignments) {
    Set<ColumnModel> given = columns(assignments);
    for (ColumnModel column : table.columns()) {
      if (!given.contains(column)) {
        if (column.schema().role() == Role.VERSION) {
          assignments.add(new Assignment(column, next(column)));
        } else if (column.schema().role() == Role.UPDATED_AT
            || column.schema().role() == Role.UPDATED_BY) {
          assignments.add(new Assignment(column, target.excluded(column)));
        }
      }
    }
  }

  /** Sets each inserted column to what was to be inserted, unless it is set already. */
  void overwrite(List<ColumnModel> key, List<Assignment> inserted, List<Assignment> assignments) {
    Set<ColumnModel> assigned = columns(assignments);
    Set<ColumnModel> columns =
        target.tree().insertsRows() ? new HashSet<>(table.columns()) : columns(inserted);
    for (ColumnModel column : table.columns()) {
      ColumnSchema schema = column.schema();
      boolean fixed = key.contains(column)
          || table.key().contains(column)
          || schema.role() == Role.CREATED_AT
          || schema.role() == Role.CREATED_BY
          || schema.role() == Role.VERSION
          || (target.tree().insertsRows() && schema.madeByDatabase());
      if (!fixed && columns.contains(column) && !assigned.contains(column)) {
        assignments.add(new Assignment(column, target.excluded(column)));
      }
    }
    if (assignments.isEmpty()) { // an empty action would neither count nor return the row
      assignments.add(new Assignment(key.get(0), target.excluded(key.get(0))));
    }
  }

  private PlanNode next(ColumnModel version) {
    return new NextNode(target.column(version));
  }

  private static PlanNode stamped(ColumnModel column, int slot) {
    return new StoredNode(Operands.stored(slot, ValueType.of(column)), column);
  }

  /** Who writes; null where nobody tells, if the column may be null. */
  private static PlanNode actor(ColumnModel column) {
    ValueNode given = Operands.stored(MutationPlanner.ACTOR, ValueType.of(column));
    UnaryOperator<Object> change = who -> {
      if (who != Absent.VALUE) {
        return given.change().apply(who);
      }
      if (!column.schema().nullable()) {
        throw Generators.noActor(column.place(), "nobody tells who writes");
      }
      return who;
    };
    return new StoredNode(
        new ValueNode(given.slot(), given.type(), change, false, given.disclosure()), column);
  }

  private static Set<ColumnModel> columns(List<Assignment> assignments) {
    Set<ColumnModel> columns = new HashSet<>();
    assignments.forEach(assignment -> columns.add(assignment.column()));
    return columns;
  }

  private NotNullException notNull(ColumnModel column, String why, String fix) {
    return new NotNullException(Failure.of(ErrorCode.NOT_NULL, "Cannot store " + column.place())
        .because(why)
        .fix(fix)
        .at(column.entity(), column.schema().component()));
  }
}
