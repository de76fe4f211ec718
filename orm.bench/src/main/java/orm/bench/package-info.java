/**
 * Benchmarks against hand-written JDBC. {@link orm.bench.Bench} runs them all and compares;
 * {@link orm.bench.BookBenchmark} can be given to JMH's own main class as well.
 */
@NullMarked
package orm.bench;

import org.jspecify.annotations.NullMarked;
