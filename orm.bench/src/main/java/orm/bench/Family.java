package orm.bench;

import java.util.List;
import orm.bench.store.Contestant;

/** Scenarios that are measured by the same contestants and stand in one table. */
enum Family {
  /** Single rows and lists of one table. */
  BOOKS(BookBenchmark.class, Contestant.JDBC, Contestant.TUNED, Contestant.ORM),
  /** Writes of rows that have rules, without and with a validator. */
  RULES(RuleBenchmark.class, Contestant.JDBC, Contestant.ORM, Contestant.RULES),
  /** Single rows, without and with somebody who looks on. */
  EYES(EyesBenchmark.class, Contestant.JDBC, Contestant.ORM, Contestant.WATCHED),
  /** Single rows, from the database and from memory. */
  CACHE(CacheBenchmark.class, Contestant.JDBC, Contestant.ORM, Contestant.KEPT),
  /** Queries over several tables. */
  LIBRARY(
      LibraryBenchmark.class,
      Contestant.JDBC,
      Contestant.TUNED,
      Contestant.ORM,
      Contestant.JOOQ,
      Contestant.HIBERNATE),
  /** What a query costs before it is sent; JDBC is a StringBuilder here. */
  QUERIES(QueryBenchmark.class, Contestant.JDBC, Contestant.ORM, Contestant.JOOQ);

  private final Class<?> benchmark;
  private final List<Contestant> contestants;

  Family(Class<?> benchmark, Contestant... contestants) {
    this.benchmark = benchmark;
    this.contestants = List.of(contestants);
  }

  Class<?> benchmark() {
    return benchmark;
  }

  /** Who is measured, JDBC first; it is measured once more at the end. */
  List<Contestant> contestants() {
    return contestants;
  }
}
