package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value that the program does not supply on insert. An insert returns the record with it.
 *
 * <p>A generated key component is declared {@code @Nullable}, since a record has none before
 * insert.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface Generated {
  /**
   * Tells who makes the value.
   *
   * @return the strategy
   */
  Strategy value() default Strategy.IDENTITY;

  /**
   * Names the sequence of {@link Strategy#SEQUENCE}.
   *
   * @return the logical name; empty for {@code <table>_<column>_seq}
   */
  String sequence() default "";

  /**
   * Names the generator that makes the value, an {@code orm.spi.lifecycle.KeyGenerator}.
   *
   * @return the name; empty where {@link #value} tells who makes it
   */
  String by() default "";

  /** Who makes a generated value. */
  enum Strategy {
    /** The database counts up for each row; a number is never used twice. */
    IDENTITY,
    /** The database takes the next value of a sequence; for databases that have sequences. */
    SEQUENCE,
    /** The engine makes a UUID of version 7, so that keys grow with time. */
    UUID,
    /** The database uses the {@link Default} of the column. */
    DEFAULT
  }
}
