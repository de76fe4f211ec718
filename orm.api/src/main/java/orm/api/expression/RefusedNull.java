package orm.api.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;

/** A null among the parts of a row that what they are handed to does not take. */
final class RefusedNull {
  private RefusedNull() {}

  /**
   * Tells which part is null, as unboxing it into an {@code int} does not.
   *
   * @param refused what the maker of the row threw
   * @param parts the parts
   * @param values their values
   * @return what to throw; the same exception where no part is null
   */
  static RuntimeException of(
      NullPointerException refused, List<Selectable<?>> parts, @Nullable Object... values) {
    List<String> nulls = new ArrayList<>();
    String column = null;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        continue;
      }
      String part = "part " + (i + 1);
      if (parts.get(i) instanceof Column<?, ?> found) {
        column = column == null ? found.name() : column;
        part += " (" + found.name() + ")";
      }
      nulls.add(part);
    }
    if (nulls.isEmpty()) {
      return refused;
    }
    return new MappingException(
        Failure.of(ErrorCode.MAPPING_FAILED, "Cannot make a row of its parts")
            .because(String.join(" and ", nulls)
                + (nulls.size() == 1 ? " is" : " are")
                + " null, and the row does not take that")
            .fix("Take it as a type that may be null, or give it a value by coalesce(…).")
            .at(null, column)
            .cause(refused));
  }
}
