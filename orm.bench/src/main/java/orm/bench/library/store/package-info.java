/** The contestants that query the library, each written as its users would. */
@NullMarked
package orm.bench.library.store;

import org.jspecify.annotations.NullMarked;
