package orm.api.error;

import java.util.List;

/** Rows would be lost, and nobody accepted it; name the losses to accept them. Nothing has run. */
public class DataLossException extends MigrationException {
  private static final long serialVersionUID = 1L;

  /** What would be lost; a list that can be written. */
  private final String[] losses;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   * @param place where it happened
   * @param losses the names under which the losses are accepted
   */
  public DataLossException(Failure failure, MigrationPlace place, List<String> losses) {
    super(failure, place);
    this.losses = losses.toArray(String[]::new);
  }

  /** {@return the names under which the losses are accepted} */
  public List<String> losses() {
    return List.of(losses);
  }
}
