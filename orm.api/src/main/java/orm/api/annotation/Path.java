package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a component of a {@link Projection} is found, if its name does not say it. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface Path {
  /**
   * Names the way from the root.
   *
   * @return references, embedded records, to-many paths and columns, with dots between them, such
   *     as {@code author.name}
   */
  String value();
}
