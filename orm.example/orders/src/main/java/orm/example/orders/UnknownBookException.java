package orm.example.orders;

/** The catalog does not have a book. */
public final class UnknownBookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which book it is. */
  public UnknownBookException(String isbn) {
    super("The catalog has no book " + isbn + ".");
  }
}
