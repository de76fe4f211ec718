/** Checks that the comparison is fair. */
@NullMarked
package orm.bench.store;

import org.jspecify.annotations.NullMarked;
