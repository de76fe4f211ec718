package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@code long} component of a {@link Projection} that holds the number of related rows. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface Count {
  /**
   * Names the rows.
   *
   * @return a to-many path of the root, such as {@code books}; references may lead to it
   */
  String value();
}
