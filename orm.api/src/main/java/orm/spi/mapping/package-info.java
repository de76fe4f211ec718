/**
 * What generated code implements and calls: {@link orm.spi.mapping.Row} in,
 * {@link orm.spi.mapping.Binder} out, {@link orm.spi.mapping.EntityMapping} between them.
 *
 * <p>The lowest room of the house: it knows the JDK, {@link orm.api.json} and {@link orm.api.type}
 * only. Generated classes implement {@code EntityMapping}; {@code Row} and {@code Binder} are
 * implemented by the engine.
 */
@Export
@org.osgi.annotation.versioning.Version("1.1.0")
@NullMarked
package orm.spi.mapping;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
