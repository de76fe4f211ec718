/**
 * The database service of the container: one for each configuration, as long as its dialect is
 * there.
 */
@NullMarked
package orm.engine.osgi;

import org.jspecify.annotations.NullMarked;
