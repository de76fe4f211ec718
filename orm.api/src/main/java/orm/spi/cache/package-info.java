/**
 * Memory for rows: a {@link orm.spi.cache.CacheProvider} is a service, in OSGi and through
 * {@link java.util.ServiceLoader}, and anybody may implement it with the library that he likes. The
 * preferred one is used, alone. What may be served from it, and when it is out of date, is decided
 * by the engine.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.spi.cache;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
