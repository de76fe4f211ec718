package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who inserted the row: a {@code String}, {@code Long}, {@code Integer} or {@code UUID} that the
 * engine takes from {@code orm.spi.lifecycle.ActorSource} on insert and never changes. Without an
 * actor only a component that can be null is written, as null.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface CreatedBy {}
