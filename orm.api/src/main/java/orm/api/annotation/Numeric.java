package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Precision and scale of a decimal. A value with more digits is refused, never rounded. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface Numeric {
  /**
   * Counts all digits.
   *
   * @return the precision, from 1 to 1000
   */
  int precision();

  /**
   * Counts the digits after the point.
   *
   * @return the scale, from 0 to the precision
   */
  int scale();
}
