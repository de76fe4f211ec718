/** The contestants that make a query and its text, without running it. */
@NullMarked
package orm.bench.query;

import org.jspecify.annotations.NullMarked;
