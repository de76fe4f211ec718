package orm.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells whether the row counts as deleted: a {@code boolean}, or a nullable {@code Instant} or
 * {@code OffsetDateTime} that holds the time. A delete sets it, raises the version and leaves the
 * row where it is; every statement but one that says {@code unscoped("reason")} works as if the row
 * were gone. {@code restore} takes it back.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT})
public @interface SoftDelete {}
