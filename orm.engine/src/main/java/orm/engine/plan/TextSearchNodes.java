package orm.engine.plan;

import java.util.List;
import orm.api.expression.Operator;
import orm.engine.plan.PlanNode.CallNode;
import orm.engine.plan.PlanNode.ConstantNode;
import orm.engine.plan.PlanNode.TupleNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.engine.plan.Scope.Instance;

/** Plans searches for words in texts. */
final class TextSearchNodes {
  private TextSearchNodes() {}

  /** A call with the index, its columns, the key of the row, and the query. */
  static PlanNode of(Operator operator, Instance instance, String indexName, Operand.Value query) {
    if (query.slot() == ValueNode.CONSTANT) {
      throw Scope.invalid(
          "Cannot group by a search in " + instance.describe(),
          "what is looked for is sent as a value",
          "Group by columns, and put the search into where(…).");
    }
    TableModel table = instance.table();
    List<String> columns = table.schema().indexes().stream()
        .filter(index -> index.name().equals(indexName))
        .flatMap(index -> index.parts().stream())
        .map(part -> String.valueOf(part.column()))
        .toList();
    List<PlanNode> texts = List.copyOf(instance.columns(columns));
    List<PlanNode> nodes = List.of(
        new ConstantNode(table.textIndex(indexName)),
        new TupleNode(texts),
        new TupleNode(List.copyOf(instance.key())),
        Operands.byClass(query.slot(), query.value()).shownTo(Disclosure.strictest(texts)));
    return new CallNode(operator, nodes, Typing.of(operator, nodes));
  }
}
