/** Starts the container. */
@NullMarked
package orm.dist;

import org.jspecify.annotations.NullMarked;
