/**
 * Rules for rows, checked before the database is asked: a {@link orm.spi.validation.RowValidator}
 * is a service, in OSGi and through {@link java.util.ServiceLoader}, and anybody may implement it.
 * The preferred one checks, alone.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.spi.validation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
