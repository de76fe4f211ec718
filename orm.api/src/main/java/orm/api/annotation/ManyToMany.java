package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rows of another entity that a link table ties to this one, as a path {@code BOOK.tags()}.
 *
 * <p>The link table belongs to the entity that declares it, and is created with its table: it holds
 * the keys of both sides and nothing else, and a row of it goes when either side does, unless
 * {@link #onDelete()} or {@link #targetOnDelete()} says otherwise. The other side names it with
 * {@link #mappedBy()}. A link with columns of its own is an entity with two references.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE})
@Repeatable(ManyToMany.List.class)
public @interface ManyToMany {
  /**
   * Names the path.
   *
   * @return the name of the method, and of the {@link orm.api.model.Link} constant
   */
  String name();

  /**
   * Names the other entity.
   *
   * @return the entity at the other side
   */
  Class<?> target();

  /**
   * Names the link table.
   *
   * @return the logical name; empty for the names of both tables, as in {@code book_tag}
   */
  String table() default "";

  /**
   * Names the columns of the link table that refer to this entity.
   *
   * @return logical names in the order of the key; empty for table and key column, as in
   *     {@code book_id}
   */
  String[] columns() default {};

  /**
   * Names the columns of the link table that refer to the other entity.
   *
   * @return logical names in the order of the key; empty for table and key column, as in
   *     {@code tag_id}, or for path and key column where both sides are one table
   */
  String[] targetColumns() default {};

  /**
   * Tells what happens to a link when the row of this entity is deleted.
   *
   * @return {@code CASCADE}, {@code RESTRICT} or {@code NO_ACTION}
   */
  ForeignKey.OnDelete onDelete() default ForeignKey.OnDelete.CASCADE;

  /**
   * Tells what happens to a link when the row of the other entity is deleted.
   *
   * @return {@code CASCADE}, {@code RESTRICT} or {@code NO_ACTION}
   */
  ForeignKey.OnDelete targetOnDelete() default ForeignKey.OnDelete.CASCADE;

  /**
   * Names the path at the other side that has declared the link table.
   *
   * @return the name of a {@code @ManyToMany} of {@link #target()}; empty where this side declares
   *     it
   */
  String mappedBy() default "";

  /** Holds several of them; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE})
  @interface List {
    /** {@return all of them} */
    ManyToMany[] value();
  }
}
