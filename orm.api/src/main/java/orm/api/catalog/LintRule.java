package orm.api.catalog;

/** What may be wrong with a change of a schema. */
public enum LintRule {
  /** Rows or values are lost. */
  DESTRUCTIVE,
  /** It fails where the rows that are there do not fit. */
  DATA_DEPENDENT,
  /** Nobody can write while all rows are read. */
  LONG_LOCK,
  /** Nobody can read or write while all rows are written anew. */
  REWRITE,
  /** Programs of the version before fail, so that old and new cannot run side by side. */
  INCOMPATIBLE,
  /** A foreign key has no index: deleting from its target reads the whole table. */
  MISSING_INDEX,
  /** What was there cannot be brought back. */
  IRREVERSIBLE
}
