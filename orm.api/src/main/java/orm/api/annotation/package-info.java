/**
 * Annotations that the annotation processor reads at compile time; none is looked at while the
 * program runs. {@link orm.api.annotation.Entity} is the one to begin with.
 */
@Export
@org.osgi.annotation.versioning.Version("1.1.0")
@NullMarked
package orm.api.annotation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
