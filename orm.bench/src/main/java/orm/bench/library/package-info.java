/** A library of linked tables: what queries over several of them read. */
@NullMarked
package orm.bench.library;

import org.jspecify.annotations.NullMarked;
