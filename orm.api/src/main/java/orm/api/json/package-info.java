/**
 * JSON values (RFC 8259) as immutable Java values: {@link orm.api.json.Json} is the entry type, for
 * columns that hold a document and for records mapped to one.
 *
 * <p>Nobody implements these types. The package knows the JDK only.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
