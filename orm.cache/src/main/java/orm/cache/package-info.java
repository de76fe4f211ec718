/** Rows in memory, kept by Caffeine. */
@NullMarked
package orm.cache;

import org.jspecify.annotations.NullMarked;
