package orm.api.expression;

import java.util.List;

/**
 * Text of a database's own language with typed holes.
 *
 * @param texts the text before the first hole, between holes, and behind the last one
 * @param holes what stands in the holes, one less than the texts
 * @param type the Java class of the value
 */
public record Fragment(List<String> texts, List<Expression<?>> holes, Class<?> type) {
  /**
   * Takes a template.
   *
   * @param texts the texts around the holes
   * @param holes what stands in the holes
   * @param type the Java class of the value
   */
  public Fragment {
    texts = List.copyOf(texts);
    holes = List.copyOf(holes);
    if (texts.size() != holes.size() + 1) {
      throw new IllegalArgumentException(
          "a fragment has " + (texts.size() - 1) + " holes, but " + holes.size() + " expressions");
    }
  }
}
