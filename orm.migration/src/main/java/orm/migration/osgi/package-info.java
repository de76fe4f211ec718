/** The migrator as a service of the container. */
@NullMarked
package orm.migration.osgi;

import org.jspecify.annotations.NullMarked;
