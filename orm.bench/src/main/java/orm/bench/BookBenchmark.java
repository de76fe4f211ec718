package orm.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.openjdk.jmh.annotations.Threads;
import orm.bench.book.Book;
import orm.bench.book.Books;
import orm.bench.store.Agreement;
import orm.bench.store.Contestant;
import orm.bench.store.Ground;
import orm.bench.store.Store;

/** One method for each operation that is compared. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BookBenchmark {
  /** How many threads want a connection in {@link #findConcurrently}; ten get one. */
  static final int CROWD = 32;

  /** A prime, so that all keys come, and neighbours far apart. */
  private static final int STRIDE = 7_919;

  /** A filled table as one contestant reaches it. */
  @State(Scope.Benchmark)
  public static class Table extends Measured {
    /** The database. */
    @Param
    public Product database = Product.SQLITE;

    /** Who is measured. */
    @Param({"JDBC", "TUNED", "ORM"})
    public Contestant contestant = Contestant.ORM;

    private @Nullable Ground ground;
    private @Nullable Store store;

    /** Opens it and checks, in the JVM that measures, that the contestant does its work. */
    @Setup(Level.Trial)
    public void open() {
      ground = database.open();
      store = ground.open(contestant);
      Agreement.check(store);
      restore();
    }

    final void restore() {
      if (ground != null && store != null) {
        store = ground.restored(contestant, store);
      }
    }

    final Store store() {
      return used(store);
    }

    /** Closes it. */
    @TearDown(Level.Trial)
    public void close() {
      if (store != null) {
        store.close();
      }
      if (ground != null) {
        ground.close();
      }
    }
  }

  /** A table that is brought back to its first state after each iteration. */
  @State(Scope.Benchmark)
  public static class ChangingTable extends Table {
    private final List<Book> fresh = Books.samples(1, Books.BATCH);
    private final Book[] current = new Book[Books.COUNT];

    final List<Book> fresh() {
      return fresh;
    }

    @Override
    void prepare() {
      Books.stored().toArray(current);
    }

    @Override
    void undo() {
      restore();
    }
  }

  /** The next key of one thread. */
  @State(Scope.Thread)
  public static class Keys {
    private static final AtomicInteger THREADS = new AtomicInteger();

    private int last = THREADS.getAndIncrement() * 311;

    final int next() {
      last = (last + STRIDE) % Books.COUNT;
      return last + 1;
    }
  }

  /** Reads one row by its key. */
  @Benchmark
  public Book find(Table table, Keys keys) {
    return table.store().find(keys.next());
  }

  /** Inserts one row and takes its generated key. */
  @Benchmark
  public Book insert(ChangingTable table, Keys keys) {
    return table.store().insert(table.fresh.get(keys.next() % Books.BATCH));
  }

  /** Inserts a thousand rows and takes their keys. */
  @Benchmark
  public List<Book> insertAll(ChangingTable table) {
    return table.store().insertAll(table.fresh);
  }

  /** Writes all columns of one row and checks its version. */
  @Benchmark
  public Book update(ChangingTable table, Keys keys) {
    int index = keys.next() - 1;
    Book before = table.current[index];
    String title = before.version() % 2 == 0 ? "The collected letters, second edition" : "Letters";
    Book after = table.store().update(before.withTitle(title));
    table.current[index] = after;
    return after;
  }

  /** Reads the hundred rows that meet a condition, in order. */
  @Benchmark
  public List<Book> select(Table table, Keys keys) {
    return table.store().withPages(Books.pages(keys.next()));
  }

  /** Reads ten thousand rows. */
  @Benchmark
  public List<Book> map(Table table) {
    return table.store().all();
  }

  /** Reads one row by its key while many threads share the pool. */
  @Benchmark
  @Threads(CROWD)
  public Book findConcurrently(Table table, Keys keys) {
    return table.store().find(keys.next());
  }
}
