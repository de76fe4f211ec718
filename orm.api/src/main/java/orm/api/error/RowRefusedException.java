package orm.api.error;

/**
 * A listener refused the row; it is for listeners to throw. Nothing was written, and a transaction
 * cannot go on but with what ran in {@code tx.nested}.
 */
public class RowRefusedException extends OrmException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from its facts.
   *
   * @param failure the facts
   */
  public RowRefusedException(Failure failure) {
    super(failure);
  }

  /**
   * Makes an exception from a reason.
   *
   * @param entity the simple name of the entity
   * @param reason why the row is refused, without a full stop and without values
   * @return the exception
   */
  public static RowRefusedException of(String entity, String reason) {
    return new RowRefusedException(Failure.of(ErrorCode.ROW_REFUSED, "Cannot write " + entity)
        .because(reason)
        .at(entity, null));
  }
}
