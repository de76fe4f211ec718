package orm.api.model;

/** A reference of a graph was used before the graph was inserted. */
public final class UnknownKeyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  UnknownKeyException(String message) {
    super(message);
  }
}
