package orm.engine.plan;

import java.util.List;
import orm.api.schema.ColumnSchema;

/** Who may see a value in logs and messages; the later ones are the stricter ones. */
public enum Disclosure {
  /** It belongs to a column that anybody may see. */
  OPEN,
  /** It belongs to no column, and could be anything. */
  UNKNOWN,
  /** It belongs to a column that nobody may see, or is compared with what was made of one. */
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

  /** The strictest of what a value is made of. */
  static Disclosure strictest(List<PlanNode> parts) {
    Disclosure strictest = OPEN;
    for (PlanNode part : parts) {
      Disclosure next = part.value().disclosure();
      strictest = next.compareTo(strictest) > 0 ? next : strictest;
    }
    return strictest;
  }
}
