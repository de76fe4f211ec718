package orm.engine.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.ValidationException;
import orm.api.error.ValidatorException;
import orm.api.error.Violation;
import orm.spi.validation.RowCheck;
import orm.spi.validation.WriteKind;

/** Collects what is wrong with the rows of one call. Used by one thread. */
public final class RowChecks {
  /** How many violations the message tells; the exception has all. */
  private static final int SHOWN = 10;

  private final PreparedChecks checks;
  private final String verb;
  private final String what;
  private @Nullable List<Violation> violations;
  private int last;

  RowChecks(PreparedChecks checks, String verb, String what) {
    this.checks = checks;
    this.verb = verb;
    this.what = what;
  }

  /**
   * Checks one row.
   *
   * @param entity the simple name of its entity
   * @param index its position in the call
   * @param row the row, complete
   * @param kind what is about to happen to it
   * @throws ValidatorException if the validator fails
   */
  public void row(String entity, int index, Object row, WriteKind kind) {
    last = index;
    try {
      RowCheck<Object> check = checks.of(row);
      if (check != null) {
        check.check(
            row,
            kind,
            (path, constraint, message) ->
                add(new Violation(entity, index, path, constraint, message)));
      }
    } catch (ValidatorException explained) {
      throw explained;
    } catch (RuntimeException | LinkageError | StackOverflowError failed) {
      // not its message, which may hold a value
      throw new ValidatorException(
          Failure.of(ErrorCode.VALIDATOR_FAILED, "Cannot " + verb + " " + what)
              .because("validator " + checks.validator().getClass().getName() + " threw "
                  + failed.getClass().getName())
              .fix("Correct the validator, or take it away; nothing was written.")
              .at(entity, null)
              .cause(failed));
    }
  }

  private void add(Violation violation) {
    List<Violation> all = violations;
    if (all == null) {
      all = new ArrayList<>();
      violations = all;
    }
    all.add(violation);
  }

  /**
   * Ends the checks.
   *
   * @throws ValidationException if something is wrong with a row
   */
  public void requireNone() {
    List<Violation> all = violations;
    if (all == null) {
      return;
    }
    Violation first = all.get(0);
    boolean oneEntity = all.stream().allMatch(it -> it.entity().equals(first.entity()));
    boolean onePath = oneEntity && all.stream().allMatch(it -> it.path().equals(first.path()));
    String shown = all.stream()
        .limit(SHOWN)
        .map(violation -> text(violation, last > 0))
        .collect(Collectors.joining("; "));
    int more = all.size() - SHOWN;
    throw new ValidationException(
        Failure.of(ErrorCode.VALIDATION_FAILED, "Cannot " + verb + " " + what)
            .because(more > 0 ? shown + "; and " + more + " more" : shown)
            .fix("Correct the values; violations() has each one with its row and component.")
            .at(oneEntity ? first.entity() : null, onePath ? columnOf(first) : null),
        all);
  }

  private static @Nullable String columnOf(Violation violation) {
    return violation.path().isEmpty() ? null : violation.path();
  }

  private static String text(Violation violation, boolean withRow) {
    String place = violation.path().isEmpty()
        ? violation.entity()
        : violation.entity() + "." + violation.path();
    return (withRow ? "row " + violation.row() + ", " : "") + place + " " + violation.message();
  }
}
