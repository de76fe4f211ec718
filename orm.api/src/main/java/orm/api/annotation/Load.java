package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a nested list of a {@link Projection} is read; without it, by {@link LoadStrategy#KEYS}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface Load {
  /**
   * Names the strategy.
   *
   * @return how the lists are read
   */
  LoadStrategy value();
}
