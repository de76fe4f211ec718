package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value of a type of your own, kept as a {@link orm.spi.convert.TypeConverter} says; on a list or
 * an array, its elements are. A converter for exactly this class must be there when the database is
 * opened or, in OSGi, as a service.
 *
 * <p>The mark decides: on a type that the library knows, or on an enum, it asks for the converter
 * instead of the usual form.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface Converted {}
