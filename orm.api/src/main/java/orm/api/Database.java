package orm.api;

import org.osgi.annotation.versioning.ProviderType;
import orm.api.admin.DatabaseAdmin;
import orm.api.migration.Migrations;

/**
 * A database: a stable handle that survives a swap of dialect and driver. Safe for use by many
 * threads.
 */
@ProviderType
public interface Database extends Operations, AutoCloseable {
  /** {@return the name under which it was configured} */
  String name();

  /** {@return the name of the dialect in use, such as {@code sqlite}} */
  String dialect();

  /**
   * Runs work in a transaction: commits when it returns, rolls back when it throws.
   *
   * @param <R> what the work gives
   * @param <X> what the work may throw
   * @param work the work
   * @return what the work gave
   * @throws X what the work threw, after the rollback
   * @throws orm.api.error.TransactionFailedException if a statement failed and its exception was
   *     caught
   */
  <R, X extends Exception> R transaction(TransactionWork<R, X> work) throws X;

  /**
   * Runs work in a transaction with options.
   *
   * @param <R> what the work gives
   * @param <X> what the work may throw
   * @param options isolation, retries, time limit and the like
   * @param work the work; it may run again when retries are asked for
   * @return what the work gave
   * @throws X what the work threw, after the rollback
   * @throws orm.api.error.TransactionFailedException if a statement failed and its exception was
   *     caught
   */
  <R, X extends Exception> R transaction(Tx options, TransactionWork<R, X> work) throws X;

  /**
   * Runs work without a result in a transaction.
   *
   * @param <X> what the work may throw
   * @param work the work
   * @throws X what the work threw, after the rollback
   */
  <X extends Exception> void inTransaction(TransactionWork.WithoutResult<X> work) throws X;

  /**
   * Runs work without a result in a transaction with options.
   *
   * @param <X> what the work may throw
   * @param options isolation, retries, time limit and the like
   * @param work the work; it may run again when retries are asked for
   * @throws X what the work threw, after the rollback
   */
  <X extends Exception> void inTransaction(Tx options, TransactionWork.WithoutResult<X> work)
      throws X;

  /** {@return what creates tables from the model} */
  SchemaOperations schema();

  /**
   * Returns what changes the schema step by step.
   *
   * @return the migrations of this database
   * @throws orm.api.error.ConfigurationException if the bundle or jar {@code orm.migration} is not
   *     there
   */
  Migrations migrations();

  /** {@return what shows and steers how this database is served} */
  DatabaseAdmin admin();

  /**
   * Closes the handle and its connections, after running transactions have ended or the drain
   * deadline has passed. A second call does nothing.
   */
  @Override
  void close();
}
