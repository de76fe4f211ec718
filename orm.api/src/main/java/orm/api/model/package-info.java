/**
 * Tables, keys and references: what generated {@code Book_} classes extend and hold. Applications
 * use the generated classes; they never extend these types themselves.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
