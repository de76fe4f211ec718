package orm.spi.validation;

/** What is about to happen to a row. */
public enum WriteKind {
  /** A new row. */
  INSERT,
  /** New values for a row that is there. */
  UPDATE,
  /** Either of both, which only the database knows: what is written must be fit for both. */
  UPSERT
}
