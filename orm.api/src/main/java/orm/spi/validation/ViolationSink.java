package orm.spi.validation;

import org.osgi.annotation.versioning.ProviderType;

/** Takes what is wrong with a row. Used by the thread that checks. */
@ProviderType
@FunctionalInterface
public interface ViolationSink {
  /**
   * Takes one violation.
   *
   * @param path the component, with dots inside embedded records, such as {@code address.city};
   *     empty for a rule of the whole row
   * @param constraint the simple name of the rule, such as {@code NotBlank}
   * @param message the message in the language that was asked for, without the value
   */
  void add(String path, String constraint, String message);
}
