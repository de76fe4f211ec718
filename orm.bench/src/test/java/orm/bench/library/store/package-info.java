/** Checks that the comparison of queries over several tables is fair. */
@NullMarked
package orm.bench.library.store;

import org.jspecify.annotations.NullMarked;
