/**
 * Conditions that hold for every statement: a {@link orm.spi.filter.RowFilter} is a service, in
 * OSGi and through {@link java.util.ServiceLoader}, and anybody may implement it. All that are
 * there apply.
 */
@Export
@org.osgi.annotation.versioning.Version("1.0.0")
@NullMarked
package orm.spi.filter;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
