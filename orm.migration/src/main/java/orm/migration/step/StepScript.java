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
    steps.stream()
        .flatMap(step -> step.guards().stream())
        .distinct()
        .forEach(guard -> out.append("-- orm: ").append(directive(guard)).append('\n'));
    if (steps.stream().anyMatch(step -> !step.transactional())) {
      out.append("-- orm: transaction none\n");
    }
    steps.forEach(step -> out.append(step.sql()).append(";\n"));
    return out.toString();
  }

  private static String directive(StepGuard guard) {
    if (guard instanceof StepGuard.RowsKept kept) {
      return "keeps rows of " + kept.before()
          + (kept.before().equals(kept.after()) ? "" : " as " + kept.after());
    }
    return "foreign keys off";
  }
}
