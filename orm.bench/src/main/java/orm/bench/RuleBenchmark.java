package orm.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import orm.bench.book.Book;
import orm.bench.book.Books;

/** What it costs to check the rules of rows before they are inserted. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RuleBenchmark {

  /** Inserts one row and takes its generated key. */
  @Benchmark
  public Book insertRuled(BookBenchmark.ChangingTable table, BookBenchmark.Keys keys) {
    return table.store().insert(table.fresh().get(keys.next() % Books.BATCH));
  }

  /** Inserts a thousand rows and takes their keys. */
  @Benchmark
  public List<Book> insertAllRuled(BookBenchmark.ChangingTable table) {
    return table.store().insertAll(table.fresh());
  }
}
