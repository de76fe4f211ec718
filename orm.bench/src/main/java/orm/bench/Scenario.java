package orm.bench;

import java.util.List;
import orm.bench.store.Contestant;

/** What is compared, with the most that the ORM may cost: a ratio to plain JDBC. */
enum Scenario {
  FIND("find", "find by id", 0.60, 1.10),
  INSERT("insert", "insert one, with its key", 0.75, 1.10),
  BATCH("insertAll", "insert 1,000, with their keys", 1.00, 1.10),
  UPDATE("update", "update one, with version", 0.60, 1.10),
  SELECT("select", "select 100 rows", 1.00, 1.10),
  MAP("map", "map 10,000 rows", 1.00, 1.10),
  CROWD("findConcurrently", "find by id, 32 threads, pool of 10", 0, 1.10);

  /** JDBC at both ends: what the first and the last run differ by is noise. */
  static final List<Contestant> ORDER =
      List.of(Contestant.JDBC, Contestant.TUNED, Contestant.ORM, Contestant.JDBC);

  /** The most bytes that the ORM may allocate, a ratio to plain JDBC. */
  static final double BYTES = 1.30;

  private final String method;
  private final String title;
  private final double sqlite;
  private final double postgres;

  /** A limit of 0 leaves a database out. */
  Scenario(String method, String title, double sqlite, double postgres) {
    this.method = method;
    this.title = title;
    this.sqlite = sqlite;
    this.postgres = postgres;
  }

  /** The method of {@link BookBenchmark}, which is its name on the command line too. */
  String method() {
    return method;
  }

  String title() {
    return title;
  }

  /** The most time that the ORM may take. */
  double limit(Product product) {
    return product == Product.SQLITE ? sqlite : postgres;
  }

  /** A database in memory has one connection, which leaves nothing to be shared by threads. */
  boolean runsOn(Product product) {
    return limit(product) > 0;
  }

  /** Many threads need all CPUs. */
  boolean pinned() {
    return this != CROWD;
  }
}
