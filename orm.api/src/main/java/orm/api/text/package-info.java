/**
 * The language in which words are looked for in texts, the same for all databases.
 * {@link orm.api.text.TextQuery} reads it.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
