package orm.bench.store;

/** Who is measured. */
public enum Contestant {
  /** {@link PlainStore}. */
  JDBC,
  /** {@link TunedStore}. */
  TUNED,
  /** {@link OrmStore}. */
  ORM
}
