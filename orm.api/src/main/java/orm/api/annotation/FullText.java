package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index of the words in the text of the component it stands on or, on a record, of several
 * components. The generated class has a field for it, with which words are looked for:
 * {@code BOOK.titleSummaryText.matches("red wine")}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Repeatable(FullText.List.class)
public @interface FullText {
  /**
   * Names what is looked into.
   *
   * @return components that hold text; empty when the annotation stands on the component
   */
  String[] value() default {};

  /**
   * Says how words are found.
   *
   * @return {@code simple} for words as they are, in small letters, on all databases; else a text
   *     search configuration of PostgreSQL, such as {@code english}, which knows the stems of words
   *     and is refused by other databases
   */
  String language() default "simple";

  /**
   * Names the index and its field.
   *
   * @return the logical name; the field has it in camel case. Empty for
   *     {@code <table>_<columns>_text}, where the field has the names of the components
   */
  String name() default "";

  /** Holds several of them; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
  @interface List {
    /** {@return all of them} */
    FullText[] value();
  }
}
