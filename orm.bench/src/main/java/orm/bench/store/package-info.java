/** The contestants: the same operations, each written as its users would. */
@NullMarked
package orm.bench.store;

import org.jspecify.annotations.NullMarked;
