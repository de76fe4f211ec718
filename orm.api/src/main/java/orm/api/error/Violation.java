package orm.api.error;

import java.io.Serializable;
import java.util.Objects;

/**
 * One rule that a row broke. Immutable; it holds no bound value.
 *
 * @param entity the simple name of the entity
 * @param row the position of the row in the call, from 0; 0 in a call about one row
 * @param path the component, with dots inside embedded records, such as {@code address.city}; empty
 *     for a rule of the whole row
 * @param constraint the simple name of the rule, such as {@code NotBlank}
 * @param message what is wrong, in the language of the setting {@code validation.locale}
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // the tool that reads the tag does allow it here
public record Violation(String entity, int row, String path, String constraint, String message)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Checks that the parts are there.
   *
   * @param entity the simple name of the entity
   * @param row the position of the row in the call, from 0; 0 in a call about one row
   * @param path the component, with dots inside embedded records, such as {@code address.city};
   *     empty for a rule of the whole row
   * @param constraint the simple name of the rule, such as {@code NotBlank}
   * @param message what is wrong, in the language of the setting {@code validation.locale}
   */
  public Violation {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(message, "message");
  }
}
