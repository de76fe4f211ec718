/**
 * What a database plugin implements: a {@link orm.spi.dialect.Dialect} is a service, in OSGi and
 * through {@link java.util.ServiceLoader}. It makes a {@link orm.spi.dialect.Connector} for each
 * database, which knows how to connect, how to say things in that database's SQL, how values
 * travel, and what its errors mean. Planning, rendering and running are the engine's.
 *
 * <p>Anybody may implement the types marked as consumer types; methods that are added later have
 * defaults.
 */
@Export
@org.osgi.annotation.versioning.Version("1.1.0")
@NullMarked
package orm.spi.dialect;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
