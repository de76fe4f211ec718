package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record whose components are columns of the entities that hold it with {@link Embedded}.
 *
 * <p>The processor writes a class {@code Dimensions_} for an embeddable {@code Dimensions}.
 * Components are as in an {@link Entity}, embedded records among them, but for those that belong to
 * a whole row: {@link Id}, {@link Generated} and {@link Version}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE})
public @interface Embeddable {}
