package orm.test.database;

/** The databases that tests run on. */
public enum DatabaseKind {
  /** A file of its own for each test. */
  SQLITE,
  /** A database of its own for each test, in a server that the test run starts. */
  POSTGRES
}
