package orm.migration.step;

import java.util.List;
import orm.spi.dialect.ChangeStep;
import orm.spi.dialect.StepGuard;

/** Writes steps as the part of a migration file. */
public final class StepScript {
  private StepScript() {}

  /**
   * Writes steps, with the directives that a migration file needs to run them as they must be run.
   *
   * @param steps the steps, in order
   * @return the text; empty for no steps
   */
  public static String of(List<ChangeStep> steps) {
    StringBuilder out = new StringBuilder();
    if (steps.stream()
        .flatMap(step -> step.guards().stream())
        .anyMatch(StepGuard.ForeignKeysOff.class::isInstance)) {
      out.append("-- orm: foreign keys off\n");
    }
    if (steps.stream().anyMatch(step -> !step.transactional())) {
      out.append("-- orm: transaction none\n");
    }
    steps.forEach(step -> out.append(step.sql()).append(";\n"));
    return out.toString();
  }
}
