package orm.bench;

import java.time.LocalDate;
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
import orm.bench.query.QueryAgreement;
import orm.bench.query.QueryMaker;
import orm.bench.query.Wanted;
import orm.bench.store.Contestant;

/** What a query costs before it is sent. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueryBenchmark {
  /** One contestant with values for its query. */
  @State(Scope.Benchmark)
  public static class Desk extends Measured {
    /** The database that the text is for. */
    @Param("SQLITE")
    public Product database = Product.SQLITE;

    /** Who is measured. */
    @Param({"JDBC", "ORM", "JOOQ"})
    public Contestant contestant = Contestant.ORM;

    private final Wanted[] wanted = new Wanted[64];
    private @Nullable QueryMaker maker;
    private int turn;

    /** Opens it and checks, in the JVM that measures, that the contestant does its work. */
    @Setup(Level.Trial)
    public void open() {
      maker = QueryMaker.open(contestant);
      QueryAgreement.check(maker);
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] =
            new Wanted("NL", "City " + i % 7, 100 + i, LocalDate.of(1950 + i, 1, 1), i % 3 == 0);
      }
    }

    final QueryMaker maker() {
      return used(maker);
    }

    /** Values in turn. */
    final Wanted wanted() {
      turn++;
      return wanted[turn & wanted.length - 1];
    }

    /** A limit that was not there before, or so long ago that nobody remembers. */
    final int freshLimit() {
      return 100 + turn % 1_000_000;
    }

    /** Closes it. */
    @TearDown(Level.Trial)
    public void close() {
      if (maker != null) {
        maker.close();
      }
    }
  }

  /** Builds a query of five predicates, two joins, an order and a limit. */
  @Benchmark
  public Object build(Desk desk) {
    return desk.maker().build(desk.wanted(), QueryMaker.LIMIT);
  }

  /** Builds the query and writes its text, which was written before. */
  @Benchmark
  public Object write(Desk desk) {
    return desk.maker().write(desk.wanted(), QueryMaker.LIMIT);
  }

  /** Builds the query and writes its text, which is a new one. */
  @Benchmark
  public Object writeNew(Desk desk) {
    return desk.maker().write(desk.wanted(), desk.freshLimit());
  }

  /** Writes the text of a query that was built once. */
  @Benchmark
  public Object writeConstant(Desk desk) {
    return desk.maker().writeConstant(desk.wanted());
  }
}
