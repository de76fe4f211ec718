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
   * Tells what happens to this row when the row that it refers to is deleted.
   *
   * @return the action
   */
  OnDelete onDelete() default OnDelete.NO_ACTION;

  /**
   * Lets the database check at commit instead of at each statement.
   *
   * @return whether the check is deferred
   */
  boolean deferred() default false;

  /** What happens to a row when the row that it refers to is deleted. */
  enum OnDelete {
    /** The delete fails. */
    NO_ACTION,
    /** The row is deleted too. */
    CASCADE,
    /** The reference becomes null; for {@code @Nullable} references. */
    SET_NULL
  }
}
