package orm.bench.store;

/** A database to be measured on, with a table of {@link orm.bench.book.Books#COUNT} books. */
public interface Ground extends AutoCloseable {
  /** Lets a contestant in, on a table as it was first filled. */
  Store open(Contestant contestant);

  /**
   * Brings the table back to its first state.
   *
   * @return the store to go on with; the one that was used must not be used again
   */
  Store restored(Contestant contestant, Store used);

  @Override
  void close();
}
