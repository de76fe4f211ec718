package orm.spi.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exception of a driver means. It holds no values.
 *
 * @param kind what went wrong
 * @param state the SQLState, or the extended result code of a database without SQLStates, such as
 *     {@code SQLITE_CONSTRAINT_UNIQUE}; null if the driver told none
 * @param constraint the name of the constraint as the database has it; null if it told none
 * @param table the name of the table as the database has it; null if it told none
 * @param columns the names of the columns as the database has them; empty if it told none
 * @param detail the database's own words without any values; null where they may hold some
 */
public record SqlFailure(
    Kind kind,
    @Nullable String state,
    @Nullable String constraint,
    @Nullable String table,
    List<String> columns,
    @Nullable String detail) {

  /** What can go wrong. */
  public enum Kind {
    /** A unique constraint or primary key. */
    DUPLICATE_KEY,
    /** A foreign key. */
    FOREIGN_KEY,
    /** A NOT NULL constraint. */
    NOT_NULL,
    /** A check constraint, or a type's own rule such as that of a strict table. */
    CHECK,
    /** A text too long. */
    TEXT_TOO_LONG,
    /** A number or time out of range. */
    OUT_OF_RANGE,
    /** A value that the database cannot hold or understand. */
    UNSTORABLE_VALUE,
    /** The transaction was given up for another one and may be repeated as a whole. */
    CONFLICT,
    /** A lock was not granted in time, or somebody else holds the database. */
    LOCK_TIMEOUT,
    /** The statement was cancelled, or ran into a time limit of the database. */
    CANCELLED,
    /** A write in a read-only transaction. */
    READ_ONLY_TRANSACTION,
    /** A database, file or server that only reads. */
    DATABASE_READ_ONLY,
    /** A damaged file, or one that is no database. */
    DATABASE_CORRUPT,
    /** Disk or memory of the database is full. */
    STORAGE_FULL,
    /** User or password were refused. */
    AUTHENTICATION_FAILED,
    /** The user may not do this. */
    PERMISSION_DENIED,
    /** No connection, or the connection was lost. */
    CONNECTION_FAILED,
    /** An unknown table or column. */
    SCHEMA_MISMATCH,
    /** Anything else. */
    OTHER
  }

  /**
   * Copies the list.
   *
   * @param kind what went wrong
   * @param state the SQLState, or the extended result code of a database without SQLStates, such as
   *     {@code SQLITE_CONSTRAINT_UNIQUE}; null if the driver told none
   * @param constraint the name of the constraint as the database has it; null if it told none
   * @param table the name of the table as the database has it; null if it told none
   * @param columns the names of the columns as the database has them; empty if it told none
   * @param detail the database's own words without any values; null where they may hold some
   */
  public SqlFailure {
    columns = List.copyOf(columns);
  }

  /**
   * Makes a failure of which no more than its kind is known.
   *
   * @param kind what went wrong
   * @param state the SQLState or result code, or null
   * @param detail the database's own words without any values, or null
   * @return the failure
   */
  public static SqlFailure of(Kind kind, @Nullable String state, @Nullable String detail) {
    return new SqlFailure(kind, state, null, null, List.of(), detail);
  }
}
