package orm.spi.dialect;

import orm.api.catalog.ObjectName;

/** What must hold around a transaction that changes the schema. Immutable. */
public sealed interface StepGuard {
  /**
   * The enforcement of foreign keys is off while the transaction runs, so that a table can be
   * replaced without its children; before commit, no reference may be broken that was not before.
   */
  record ForeignKeysOff() implements StepGuard {}

  /**
   * A table has as many rows before commit as it had before the transaction.
   *
   * @param before its name before the transaction
   * @param after its name before commit
   */
  record RowsKept(ObjectName before, ObjectName after) implements StepGuard {}
}
