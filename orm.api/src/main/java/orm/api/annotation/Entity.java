package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record, or a sealed interface of records, whose instances are rows of a table.
 *
 * <p>The processor writes a class {@code Book_} for an entity {@code Book}. Each component is a
 * column, a {@code Ref} to another entity, or an {@link Embedded} record of columns. A component is
 * NOT NULL unless it is marked with JSpecify's {@code @Nullable} or is an {@code Optional}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE})
public @interface Entity {
  /**
   * Names the table.
   *
   * @return the logical name; empty for the name of the type in snake case
   */
  String table() default "";

  /**
   * Names the column that tells the records of a sealed interface apart.
   *
   * @return the logical name
   */
  String discriminator() default "kind";
}
