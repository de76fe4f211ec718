package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record, itself an {@link Embeddable}, whose components are columns of this table. A
 * {@code @Nullable} one is null when all of its columns are.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface Embedded {
  /**
   * Begins the names of its columns.
   *
   * @return the prefix; {@code "<component>"} stands for the name of the component and an
   *     underscore, and empty for no prefix
   */
  String prefix() default "<component>";
}
