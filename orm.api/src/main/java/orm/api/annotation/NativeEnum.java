package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An enum that is kept in a type of its own on databases that have enum types; as text elsewhere.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface NativeEnum {
  /**
   * Names the type.
   *
   * @return the logical name of the enum type
   */
  String value();
}
