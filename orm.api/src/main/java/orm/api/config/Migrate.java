package orm.api.config;

/** What is done about the schema when a database is opened. */
public enum Migrate {
  /** Nothing: somebody runs the migrations by hand. */
  OFF,
  /** The database is opened only if it stands where the application expects it. */
  VALIDATE,
  /** The migrations run, and then the database is opened. */
  APPLY
}
