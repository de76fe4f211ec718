/**
 * Groups for rules that hold only for some writes: {@link orm.api.validation.OnInsert} and
 * {@link orm.api.validation.OnUpdate}.
 *
 * <p>Rules are written with the annotations of Jakarta Validation on the components of entities.
 * Those without a group hold for every write.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.api.validation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
