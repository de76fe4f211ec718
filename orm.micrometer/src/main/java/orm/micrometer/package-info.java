/**
 * Times of statements, transactions and waits for connections, and the state of pools, as meters of
 * Micrometer: {@link orm.micrometer.DatabaseMeters} is a service where there is a service
 * {@code MeterRegistry}, and made by hand outside OSGi.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.micrometer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
