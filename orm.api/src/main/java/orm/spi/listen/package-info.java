/**
 * Eyes on every statement, transaction, connection and swap: a
 * {@link orm.spi.listen.StatementListener}, a {@link orm.spi.listen.TransactionListener}, a
 * {@link orm.spi.listen.PoolListener} and a {@link orm.spi.listen.GenerationListener} are services,
 * and anybody may implement them. Outside OSGi {@link java.util.ServiceLoader} finds the first
 * three; there generations do not change.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.spi.listen;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
