package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps rows of this entity in memory: {@code find}, {@code get} and {@code follow} ask the
 * database only for rows that are not there. Only what was committed is kept, and every write
 * through the library takes away what it changes. Where no cache is there, such as the bundle
 * {@code orm.cache}, it does nothing.
 *
 * <p>What changes rows without the library, such as triggers and other programs, is not noticed:
 * rows can be as old as {@link #ttl}. An entity with a {@code byte[]} is not cached, because
 * whoever gets a row could change it for all others.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Cached {
  /**
   * {@return how old a row may become, as {@code 30s}, {@code 10m}, {@code 2h}, or in ISO 8601 as
   * {@code PT30S}; more than zero}
   */
  String ttl() default "10m";

  /** {@return how many rows are kept at most, from 1} */
  int size() default 10_000;
}
