/** Checks that queries which are not sent are the same. */
@NullMarked
package orm.bench.query;

import org.jspecify.annotations.NullMarked;
