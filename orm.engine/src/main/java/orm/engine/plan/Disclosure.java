package orm.engine.plan;

import java.util.List;
import orm.api.schema.ColumnSchema;

/** Who may see a value in logs and messages; the later ones are the stricter ones. */
public enum Disclosure {
  /** It is used with columns that anybody may see. */
  OPEN,
  /** It is used with no column, and could be anything. */
  UNKNOWN,
  /** It is used with a column that nobody may see, or with what was made of one. */
  SENSITIVE;

  /**
   * Tells it of a column.
   *
   * @param column the column
   * @return whether its values may be seen
   */
  public static Disclosure of(ColumnSchema column) {
    return column.sensitive() ? SENSITIVE : OPEN;
  }

  /** The strictest of some; unknown where there are none. */
  static Disclosure strictest(List<PlanNode> parts) {
    Disclosure strictest = parts.isEmpty() ? UNKNOWN : OPEN;
    for (PlanNode part : parts) {
      Disclosure next = part.value().disclosure();
      strictest = next.compareTo(strictest) > 0 ? next : strictest;
    }
    return strictest;
  }

  /** Whether one of some must not be seen, so that what is beside it tells of it. */
  static boolean isSensitive(List<PlanNode> parts) {
    for (PlanNode part : parts) {
      boolean sensitive;
      if (part instanceof PlanNode.TupleNode tuple) {
        sensitive = isSensitive(tuple.parts());
      } else if (part instanceof PlanNode.SubqueryNode query) {
        sensitive = isSensitive(query.plan().result());
      } else {
        sensitive = part.value().disclosure() == SENSITIVE;
      }
      if (sensitive) {
        return true;
      }
    }
    return false;
  }

  /** Values may be seen by whom the columns may be seen that they are used with. */
  static void spread(List<PlanNode> nodes) {
    List<PlanNode> others =
        nodes.stream().filter(node -> !(node instanceof PlanNode.ValueNode)).toList();
    Disclosure strictest = strictest(others);
    nodes.replaceAll(
        node -> node instanceof PlanNode.ValueNode value ? value.shownTo(strictest) : node);
  }
}
