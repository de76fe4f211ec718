package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the entities that a bundle or jar owns, on a package. The processor writes a class
 * {@code <Name>Module} that lists them, for schema creation, migrations and validation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE})
public @interface Module {
  /**
   * Names the module.
   *
   * @return the name, unique among all modules of a database
   */
  String name();

  /**
   * Lists the entities.
   *
   * @return every entity of this package and those below it
   */
  Class<?>[] entities();

  /**
   * Lists the modules whose tables must be there before those of this one. In OSGi a resolver
   * brings them along, and a framework refuses the bundle without them, by the capability
   * {@code orm.module}.
   *
   * @return names, each with the least version of its schema where that matters: {@code "catalog"},
   *     {@code "catalog >= 2"}
   */
  String[] requires() default {};
}
