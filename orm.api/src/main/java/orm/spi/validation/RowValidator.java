package orm.spi.validation;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows the rules for rows of any class. One instance serves all databases and threads.
 *
 * <p>If several are there, the one with the highest service ranking checks, and the others wait.
 * What it throws, or what its checks throw, becomes a {@link orm.api.error.ValidatorException}, and
 * nothing is written.
 */
@ConsumerType
public interface RowValidator {
  /**
   * Looks for the rules of a class. It is asked once for each class and database, before the first
   * row of it is written; the answer is kept for as long as this validator is the preferred one.
   *
   * <p>Resources belong to the loader of the class, not to that of the thread.
   *
   * @param <R> the rows
   * @param type the class of the rows, a record
   * @param locale the language of messages
   * @return what checks a row; empty if the class has no rules, so that its rows cost nothing
   * @throws orm.api.error.ValidatorException if the rules are wrong
   */
  <R> Optional<RowCheck<R>> checkOf(Class<R> type, Locale locale);
}
