package orm.spi.validation;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks rows of one class. Safe for use by several threads.
 *
 * @param <R> the rows
 */
@ConsumerType
@FunctionalInterface
public interface RowCheck<R> {
  /**
   * Checks a row as it is about to be written, with its time stamps and with keys that are made in
   * Java. It must not use the database.
   *
   * @param row the row
   * @param kind what is about to happen to it
   * @param out takes what is wrong with it
   */
  void check(R row, WriteKind kind, ViolationSink out);
}
