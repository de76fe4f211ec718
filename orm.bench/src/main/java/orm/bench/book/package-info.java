/** The rows that every contestant reads and writes. */
@NullMarked
package orm.bench.book;

import org.jspecify.annotations.NullMarked;
