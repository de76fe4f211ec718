package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index: of the component it stands on or, on a record, of several components or an expression.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Repeatable(Index.List.class)
public @interface Index {
  /**
   * Names what it is sorted by.
   *
   * @return components, each with {@code desc} behind it where greater values come first, or an SQL
   *     expression in parentheses with {@code {component}} for columns; empty when the annotation
   *     stands on the component
   */
  String[] value() default {};

  /**
   * Limits it to some rows.
   *
   * @return an SQL condition with {@code {component}} for columns; empty for all rows
   */
  String where() default "";

  /**
   * Refuses equal entries.
   *
   * @return whether the index is unique
   */
  boolean unique() default false;

  /**
   * Names the index.
   *
   * @return the logical name; empty for {@code <table>_<columns>_idx}
   */
  String name() default "";

  /** Holds several of them; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
  @interface List {
    /** {@return all of them} */
    Index[] value();
  }
}
