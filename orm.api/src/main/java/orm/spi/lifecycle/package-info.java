/**
 * What happens to rows when they are written and read: {@link orm.spi.lifecycle.RowListener} is
 * told of them, {@link orm.spi.lifecycle.ActorSource} knows who writes, and
 * {@link orm.spi.lifecycle.KeyGenerator} makes keys. All are services, in OSGi and through
 * {@link java.util.ServiceLoader}, and anybody may implement them.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.spi.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
