/**
 * Statements as values: {@link orm.api.query.Select} is a query without a database,
 * {@link orm.api.query.Query} one that can run. Every step returns a new value and leaves the old
 * one as it was, so any prefix can be kept, shared and finished in different ways.
 *
 * <p>Nobody but the engine implements these types.
 */
@Export
@org.osgi.annotation.versioning.Version("1.1.0")
@NullMarked
package orm.api.query;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
