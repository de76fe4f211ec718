/**
 * How a database is doing while it runs, and what can be done about it:
 * {@link orm.api.admin.DatabaseAdmin} shows the generations that serve it, the pool and the last
 * swaps, and lets calls wait for a while; its {@link orm.api.admin.DatabaseWatch} shows slow
 * statements, statistics and advice.
 *
 * <p>Implemented by the engine.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.admin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
