/**
 * Types of the user's in columns: a {@link orm.spi.convert.TypeConverter} is a service, in OSGi and
 * through {@link java.util.ServiceLoader}, and anybody may implement it.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.spi.convert;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
