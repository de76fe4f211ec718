/**
 * What the engine and the bundle of migrations say to each other:
 * {@link orm.spi.migration.Migrator} is a service, in OSGi and through
 * {@link java.util.ServiceLoader}, that the engine hands each database to.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.spi.migration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
