/**
 * The way in: {@link orm.api.Orm} opens a {@link orm.api.Database}; it and
 * {@link orm.api.Transaction} share {@link orm.api.Operations}. In OSGi a {@code Database} is a
 * service.
 *
 * <p>Implemented by the engine.
 */
@Export
@org.osgi.annotation.versioning.Version("1.1.0")
@NullMarked
package orm.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
