package orm.bench.store;

/** Who is measured. */
public enum Contestant {
  /** JDBC as a careful programmer writes it; all ratios refer to it. */
  JDBC,
  /** JDBC with what an expert adds. */
  TUNED,
  /** What this project is about. */
  ORM,
  /** The same, with the rules of each row checked before it is written. */
  RULES,
  /** The same, with a listener that is told of each statement. */
  WATCHED,
  /** The same, with rows in memory. */
  KEPT,
  /** jOOQ, with queries over several tables only. */
  JOOQ,
  /** Hibernate, with queries over several tables only. */
  HIBERNATE
}
