package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A condition that the database checks for every row. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Repeatable(Check.List.class)
public @interface Check {
  /**
   * States the condition.
   *
   * @return an SQL condition with {@code {component}} for columns
   */
  String value();

  /**
   * Names the constraint.
   *
   * @return the logical name; empty for {@code <table>_<column>_check}
   */
  String name() default "";

  /** Holds several of them; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
  @interface List {
    /** {@return all of them} */
    Check[] value();
  }
}
