package orm.migration.file;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orm.spi.dialect.StepGuard;
import orm.spi.sql.SqlScript.Statement;

/**
 * The way up or down of a migration.
 *
 * @param statements the statements
 * @param text their text, as it stands in the file
 * @param transactional whether they run in one transaction
 * @param guards what must hold around it
 * @param lockTimeout how long a statement waits for a lock; empty for the default
 * @param statementTimeout how long a statement may run; empty for the default
 * @param losses the losses that the file accepts
 */
public record Part(
    List<Statement> statements,
    String text,
    boolean transactional,
    List<StepGuard> guards,
    Optional<Duration> lockTimeout,
    Optional<Duration> statementTimeout,
    Set<String> losses) {
  /** Copies the collections. */
  public Part {
    statements = List.copyOf(statements);
    guards = List.copyOf(guards);
    losses = Set.copyOf(losses);
  }

  /**
   * The part of a migration in Java.
   *
   * @param transactional whether it runs in one transaction
   * @return a part without statements
   */
  static Part java(boolean transactional) {
    return new Part(
        List.of(), "", transactional, List.of(), Optional.empty(), Optional.empty(), Set.of());
  }
}
