package orm.api.catalog;

import java.util.Objects;

/**
 * Something that a person should look at before a change of a schema runs. Immutable.
 *
 * @param rule the kind of problem
 * @param place where it is: the change in words, or the line of a file and the statement
 * @param why what may happen, as a clause without a full stop
 * @param fix what to do, as a sentence
 */
public record LintFinding(LintRule rule, String place, String why, String fix) {
  /**
   * Checks that the parts are there.
   *
   * @param rule the kind of problem
   * @param place where it is: the change in words, or the line of a file and the statement
   * @param why what may happen, as a clause without a full stop
   * @param fix what to do, as a sentence
   */
  public LintFinding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(fix, "fix");
  }

  /** {@return the finding in one line, for people} */
  @Override
  public String toString() {
    return rule + " " + place + ": " + why + ". " + fix;
  }
}
