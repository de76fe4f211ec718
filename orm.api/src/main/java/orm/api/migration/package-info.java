/**
 * Schema migrations: {@link orm.api.migration.Migrations}, which each database has, tells what has
 * run and what waits, runs and undoes it. Bundles and jars bring SQL files beside a
 * {@link orm.api.migration.MigrationModule} or their entities, or a
 * {@link orm.api.migration.Migration} in Java.
 *
 * <p>Everybody may implement the types marked as consumer types. What the others tell is values;
 * showing them is up to the caller.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.migration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
