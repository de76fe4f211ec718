package orm.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What it saves to keep rows in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CacheBenchmark {

  /** Gives one row by its key, which may be kept. */
  @Benchmark
  public Object findCached(BookBenchmark.Table table, BookBenchmark.Keys keys) {
    return table.store().findKept(keys.next());
  }
}
