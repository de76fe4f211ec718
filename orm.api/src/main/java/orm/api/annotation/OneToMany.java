package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rows of another entity that refer to this one, as a path {@code AUTHOR.books()}. The
 * reference itself is declared at the other side.
 *
 * <p>Across bundles, where this entity cannot name the other one,
 * {@code BOOK.author.inverse(AUTHOR, Book_::new)} is the same path.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE})
@Repeatable(OneToMany.List.class)
public @interface OneToMany {
  /**
   * Names the path.
   *
   * @return the name of the method
   */
  String name();

  /**
   * Names the other entity.
   *
   * @return the entity with the reference
   */
  Class<?> target();

  /**
   * Names the reference.
   *
   * @return the component of {@link #target()} that refers to this entity
   */
  String mappedBy();

  /** Holds several of them; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE})
  @interface List {
    /** {@return all of them} */
    OneToMany[] value();
  }
}
