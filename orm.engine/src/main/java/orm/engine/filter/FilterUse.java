package orm.engine.filter;

import java.util.List;

/**
 * What a planned statement uses of the filters that it was planned with. Immutable.
 *
 * @param names the filters that apply to it, for people
 * @param values what it takes from them, in the order of its slots behind its own values
 * @param reasons why some of its queries are not filtered
 * @param checked whether its result ends with a column that tells whether the written row satisfies
 *     them
 */
public record FilterUse(
    List<String> names, List<FilterValue> values, List<String> reasons, boolean checked) {
  /** Of a statement that no filter concerns. */
  public static final FilterUse NONE = new FilterUse(List.of(), List.of(), List.of(), false);

  /**
   * Copies the lists.
   *
   * @param names the filters that apply to it, for people
   * @param values what it takes from them
   * @param reasons why some of its queries are not filtered
   * @param checked whether its result ends with the check of the written row
   */
  public FilterUse {
    names = List.copyOf(names);
    values = List.copyOf(values);
    reasons = List.copyOf(reasons);
  }

  /** {@return whether no filter concerns the statement} */
  public boolean isNone() {
    return values.isEmpty() && names.isEmpty() && reasons.isEmpty() && !checked;
  }
}
