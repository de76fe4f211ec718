/** Benchmarks against hand-written JDBC. */
@NullMarked
package orm.bench;

import org.jspecify.annotations.NullMarked;
