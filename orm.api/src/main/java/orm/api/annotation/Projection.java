package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that holds a part of an entity, or the result of a query.
 *
 * <p>The processor writes a class {@code BookCard_} for a projection {@code BookCard}, in its
 * package also where the record is nested in another one. {@code BookCard_.row(…)} makes one of
 * parts. With a root, {@code BookCard_.SHAPE} says how to fetch it, and each component is found in
 * the root:
 *
 * <ul>
 *   <li>a component of the root with its name and type, or what {@link Path} leads to;
 *   <li>an entity, or a projection of it, for the row that a reference leads to;
 *   <li>the root itself, or another projection of it, where no reference has the name;
 *   <li>a {@code List} of entities, projections or values behind a to-many path, which
 *       {@link OrderBy} sorts and {@link Limit} cuts;
 *   <li>a {@link Count} of related rows.
 * </ul>
 *
 * <p>What may be absent, also because a reference on the way is, must be {@code @Nullable} or an
 * {@code Optional}. Where every component is one column, the class is a table too, for derived
 * tables and common table expressions: {@code select.asTable("s", Sales_::new)}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE})
public @interface Projection {
  /**
   * Names the entity that the components are found in.
   *
   * @return the root; {@code void} for none
   */
  Class<?> value() default void.class;
}
