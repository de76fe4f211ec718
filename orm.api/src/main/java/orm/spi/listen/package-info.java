/**
 * Eyes on every statement: a {@link orm.spi.listen.StatementListener} is a service, in OSGi and
 * through {@link java.util.ServiceLoader}, and anybody may implement it.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.spi.listen;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
