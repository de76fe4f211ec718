/** The engine: the handles that applications hold, and how they are opened outside OSGi. */
@NullMarked
package orm.engine;

import org.jspecify.annotations.NullMarked;
