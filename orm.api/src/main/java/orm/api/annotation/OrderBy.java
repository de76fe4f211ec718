package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a nested list of a {@link Projection} is sorted. Nulls come last. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface OrderBy {
  /**
   * Names the sort keys.
   *
   * @return components of the listed entity, or paths from it, with commas between them and
   *     {@code desc} behind those where greater values come first: {@code "published desc, id"}
   */
  String value();
}
