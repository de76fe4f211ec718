/**
 * How a database is reached: {@link orm.api.config.DatabaseSettings}, from a URL, from parts, or
 * from the same keys in a map, a properties file or a configuration of OSGi Configuration Admin.
 *
 * <p>Nobody implements these types.
 */
@Export
@org.osgi.annotation.versioning.Version("1.1.0")
@NullMarked
package orm.api.config;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
