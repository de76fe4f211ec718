package orm.api.migration;

/**
 * Something in a database that generated records do not say.
 *
 * @param object what it is about, by its name in the database: {@code book} or {@code book.price}
 * @param text what is not said, and what became of it
 */
public record SourceNote(String object, String text) {
  /** {@return both, for messages} */
  @Override
  public String toString() {
    return object + ": " + text;
  }
}
