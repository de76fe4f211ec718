/**
 * Benchmarks against hand-written JDBC and other libraries. {@link orm.bench.Bench} runs them all
 * and compares; {@link orm.bench.BookBenchmark}, {@link orm.bench.LibraryBenchmark} and
 * {@link orm.bench.QueryBenchmark} can be given to JMH's own main class as well.
 */
@NullMarked
package orm.bench;

import org.jspecify.annotations.NullMarked;
