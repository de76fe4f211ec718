/**
 * Values that databases know and the JDK does not: network addresses, ranges and intervals. They
 * are immutable values, equal by what they hold, and safe for use by several threads.
 * {@link orm.api.type.Range} is the one with most to it.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.type;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
