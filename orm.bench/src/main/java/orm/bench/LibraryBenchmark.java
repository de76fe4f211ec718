package orm.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import orm.bench.library.Library;
import orm.bench.library.Search;
import orm.bench.library.store.LibraryAgreement;
import orm.bench.library.store.LibraryStore;
import orm.bench.store.Contestant;

/** One method for each query over several tables. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LibraryBenchmark {
  /** A prime, so that all keys come, and neighbours far apart. */
  private static final int STRIDE = 7_919;

  /** The filled library as one contestant reaches it. */
  @State(Scope.Benchmark)
  public static class Shelves extends Measured {
    /** The database. */
    @Param
    public Product database = Product.SQLITE;

    /** Who is measured. */
    @Param
    public Contestant contestant = Contestant.ORM;

    private @Nullable LibraryStore store;
    private int turn;

    /** Opens it and checks, in the JVM that measures, that the contestant does its work. */
    @Setup(Level.Trial)
    public void open() {
      store = database.library(contestant);
      LibraryAgreement.check(store);
    }

    final LibraryStore store() {
      return used(store);
    }

    /** The next number of a row of numbers from 0 to a limit. */
    final int next(int limit) {
      turn = (turn + STRIDE) % 1_000_000;
      return turn % limit;
    }

    /** Closes it. */
    @TearDown(Level.Trial)
    public void close() {
      if (store != null) {
        store.close();
      }
    }
  }

  /** Reads a hundred authors, with ten novels each, with three tags each. */
  @Benchmark
  public List<?> graph(Shelves shelves) {
    return shelves.store().graph(Library.country(shelves.next(10)));
  }

  /** Reads four columns of a hundred rows of three tables. */
  @Benchmark
  public List<?> project(Shelves shelves) {
    return shelves.store().lines(Library.pages(shelves.next(100)));
  }

  /** Reads whole rows of three tables, ten times. */
  @Benchmark
  public List<?> join10(Shelves shelves) {
    return join(shelves, 10);
  }

  /** Reads whole rows of three tables, a hundred times. */
  @Benchmark
  public List<?> join100(Shelves shelves) {
    return join(shelves, 100);
  }

  /** Reads whole rows of three tables, a thousand times. */
  @Benchmark
  public List<?> join1000(Shelves shelves) {
    return join(shelves, 1_000);
  }

  private static List<?> join(Shelves shelves, int count) {
    return shelves.store().sheets(1 + shelves.next(Library.NOVELS - count), count);
  }

  /** Reads a page of twenty rows in the middle of the table. */
  @Benchmark
  public List<?> page(Shelves shelves) {
    return shelves.store().page(200 + shelves.next(100));
  }

  /** Reads some rows by conditions that come and go. */
  @Benchmark
  public List<?> dynamic(Shelves shelves) {
    return shelves.store().search(Search.number(shelves.next(Library.AUTHORS)));
  }

  /** Reads fifty authors with whole rows of their ten novels. */
  @Benchmark
  public List<?> children(Shelves shelves) {
    return shelves.store().families(1 + shelves.next(Library.AUTHORS - Library.FAMILIES));
  }
}
