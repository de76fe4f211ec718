/**
 * Everything that can go wrong: {@link orm.api.error.OrmException} is the root, its subclasses are
 * told apart by what a caller can do, and {@link orm.api.error.ErrorCode} numbers every kind.
 *
 * <p>Messages hold no bound values and no secrets; the facts stand in accessors.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.error;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
