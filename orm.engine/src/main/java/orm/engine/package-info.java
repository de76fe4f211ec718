/** Opens databases: the engine behind the services and behind {@code ServiceLoader}. */
@NullMarked
package orm.engine;

import org.jspecify.annotations.NullMarked;
