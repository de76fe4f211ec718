package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value that no two rows share. On a component it also gives a key constant
 * {@code by<Component>}, to find rows by; on a record it names several components that are unique
 * together.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Repeatable(Unique.List.class)
public @interface Unique {
  /**
   * Names the components of a key of several columns.
   *
   * @return the components; empty when the annotation stands on the component
   */
  String[] value() default {};

  /**
   * Names the constraint.
   *
   * @return the logical name; empty for {@code <table>_<columns>_key}
   */
  String name() default "";

  /** Holds several of them; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
  @interface List {
    /** {@return all of them} */
    Unique[] value();
  }
}
