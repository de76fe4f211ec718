package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what the database does with a reference. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface ForeignKey {
  /**
   * Names the constraint.
   *
   * @return the logical name, in an embedded record with the prefix of its columns before it; empty
   *     for {@code <table>_<columns>_fkey}
   */
  String name() default "";

  /**
   * Tells what happens to this row when the row that it refers to is deleted.
   *
   * @return the action
   */
  OnDelete onDelete() default OnDelete.NO_ACTION;

  /**
   * Tells what happens to this row when the key of the row that it refers to changes.
   *
   * @return the action
   */
  OnUpdate onUpdate() default OnUpdate.NO_ACTION;

  /**
   * Lets the database check at commit instead of at each statement.
   *
   * @return whether the check is deferred
   */
  boolean deferred() default false;

  /**
   * Lets a transaction ask the database to check at its commit, with {@code SET CONSTRAINTS} on
   * PostgreSQL and {@code PRAGMA defer_foreign_keys} on SQLite.
   *
   * @return whether it may; always true of what is {@link #deferred()}
   */
  boolean deferrable() default false;

  /** What happens to a row when the row that it refers to is deleted. */
  enum OnDelete {
    /** The delete fails, at the end of the statement or, where that is deferred, at commit. */
    NO_ACTION,
    /** The delete fails at once, also where the check is deferred. */
    RESTRICT,
    /** The row is deleted too. */
    CASCADE,
    /** The reference becomes null; for {@code @Nullable} references. */
    SET_NULL,
    /** The reference gets its {@link Default}, which must be there. */
    SET_DEFAULT
  }

  /** What happens to a row when the key of the row that it refers to changes. */
  enum OnUpdate {
    /** The change fails, at the end of the statement or, where that is deferred, at commit. */
    NO_ACTION,
    /** The change fails at once, also where the check is deferred. */
    RESTRICT,
    /** The reference follows the key. */
    CASCADE,
    /** The reference becomes null; for {@code @Nullable} references. */
    SET_NULL,
    /** The reference gets its {@link Default}, which must be there. */
    SET_DEFAULT
  }
}
