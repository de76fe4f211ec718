/**
 * Statements as spans of OpenTelemetry: {@link orm.opentelemetry.DatabaseSpans} is a service where
 * there is a service {@code OpenTelemetry}, and made by hand outside OSGi.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.opentelemetry;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
