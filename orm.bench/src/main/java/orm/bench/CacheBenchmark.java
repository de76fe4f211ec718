package orm.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import orm.bench.book.Books;

/** What it saves to keep rows in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CacheBenchmark {

  /** A table of which every row was read once, by whomever it is read. */
  @State(Scope.Benchmark)
  public static class ReadTable extends BookBenchmark.Table {
    /** Reads all rows by their keys. */
    @Setup(Level.Trial)
    public void read() {
      for (long key = 1; key <= Books.COUNT; key++) {
        store().findKept(key);
      }
    }
  }

  /** Gives one row by its key, which may be kept. */
  @Benchmark
  public Object findCached(ReadTable table, BookBenchmark.Keys keys) {
    return table.store().findKept(keys.next());
  }
}
