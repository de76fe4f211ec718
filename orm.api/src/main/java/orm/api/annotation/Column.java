package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says how a column differs from what its component alone would give. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface Column {
  /**
   * Names the column.
   *
   * @return the logical name; empty for the name of the component in snake case, with {@code _id}
   *     behind it for a reference
   */
  String value() default "";

  /**
   * Limits a text.
   *
   * @return the greatest number of Unicode code points; 0 for no limit
   */
  int length() default 0;
}
