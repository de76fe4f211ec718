/** What serves a database at one time: dialect, driver, pool and everything prepared for them. */
@NullMarked
package orm.engine.generation;

import org.jspecify.annotations.NullMarked;
