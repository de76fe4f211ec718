package orm.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import orm.bench.book.Book;
import orm.bench.book.Books;

/** What it costs that somebody looks on; what it costs that nobody does is in the books. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EyesBenchmark {

  /** Reads one row by its key. */
  @Benchmark
  public Book findWatched(BookBenchmark.Table table, BookBenchmark.Keys keys) {
    return table.store().find(keys.next());
  }

  /** Inserts one row and takes its generated key. */
  @Benchmark
  public Book insertWatched(BookBenchmark.ChangingTable table, BookBenchmark.Keys keys) {
    return table.store().insert(table.fresh().get(keys.next() % Books.BATCH));
  }
}
