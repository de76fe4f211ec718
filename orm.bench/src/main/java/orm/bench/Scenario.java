package orm.bench;

/**
 * What is compared, with the most that the ORM may cost: a ratio to plain JDBC or, for
 * {@link Family#QUERIES}, microseconds.
 */
enum Scenario {
  FIND(Family.BOOKS, "find", "find by id", 0.60, 1.10),
  INSERT(Family.BOOKS, "insert", "insert one, with its key", 0.75, 1.10),
  BATCH(Family.BOOKS, "insertAll", "insert 1,000, with their keys", 1.00, 1.10),
  UPDATE(Family.BOOKS, "update", "update one, with version", 0.60, 1.10),
  SELECT(Family.BOOKS, "select", "select 100 rows", 1.00, 1.10),
  MAP(Family.BOOKS, "map", "map 10,000 rows", 1.00, 1.10),
  CROWD(Family.BOOKS, "findConcurrently", "find by id, 32 threads, pool of 10", 0, 1.10),

  INSERT_RULED(Family.RULES, "insertRuled", "insert one, four rules", 0.75, 1.10),
  BATCH_RULED(Family.RULES, "insertAllRuled", "insert 1,000, four rules each", 1.00, 1.10),

  FIND_WATCHED(Family.EYES, "findWatched", "find by id, one listener", 0.60, 1.10),
  INSERT_WATCHED(Family.EYES, "insertWatched", "insert one, one listener", 0.75, 1.10),

  FIND_CACHED(Family.CACHE, "findCached", "find by id, rows in memory", 0.60, 1.10),

  GRAPH(Family.LIBRARY, "graph", "100 authors × 10 novels × 3 tags", 1.00, 1.05),
  PROJECT(Family.LIBRARY, "project", "4 columns of 3 tables, 100 rows", 0.90, 1.05),
  JOIN_10(Family.LIBRARY, "join10", "whole rows of 3 tables, 10 rows", 0.90, 1.05),
  JOIN_100(Family.LIBRARY, "join100", "whole rows of 3 tables, 100 rows", 0.90, 1.05),
  JOIN_1000(Family.LIBRARY, "join1000", "whole rows of 3 tables, 1,000 rows", 0.90, 1.05),
  PAGE(Family.LIBRARY, "page", "page of 20 by cursor", 0.90, 1.05),
  DYNAMIC(Family.LIBRARY, "dynamic", "four shapes of a search, about 7 rows", 0.90, 1.05),
  CHILDREN(Family.LIBRARY, "children", "50 authors × 10 novels", 0.90, 1.05),

  BUILD(Family.QUERIES, "build", "build a query", 1, 0),
  WRITE(Family.QUERIES, "write", "build it and write its text", 1, 0),
  WRITE_NEW(
      Family.QUERIES, "writeNew", "build it and write a text for the first time", Scenario.ANY, 0),
  WRITE_CONSTANT(Family.QUERIES, "writeConstant", "write the text of a constant", 1, 0);

  /** The most bytes that the ORM may allocate: a ratio to plain JDBC. */
  static final double BYTES = 1.30;

  /** The most bytes that the ORM may allocate to make a query. */
  static final double QUERY_BYTES = 2_048;

  private static final double ANY = Double.POSITIVE_INFINITY;

  private final Family family;
  private final String method;
  private final String title;
  private final double sqlite;
  private final double postgres;

  /** A limit of 0 leaves a database out. */
  Scenario(Family family, String method, String title, double sqlite, double postgres) {
    this.family = family;
    this.method = method;
    this.title = title;
    this.sqlite = sqlite;
    this.postgres = postgres;
  }

  Family family() {
    return family;
  }

  /** The method of its family's benchmark, which is its name on the command line too. */
  String method() {
    return method;
  }

  String title() {
    return title;
  }

  /** The most time that the ORM may take; infinite where there is no limit. */
  double limit(Product product) {
    return product == Product.SQLITE ? sqlite : postgres;
  }

  /**
   * A database in memory has one connection, which leaves nothing to be shared by threads; and what
   * is not sent needs no second database.
   */
  boolean runsOn(Product product) {
    return limit(product) > 0;
  }

  /** Many threads need all CPUs. */
  boolean pinned() {
    return this != CROWD;
  }
}
