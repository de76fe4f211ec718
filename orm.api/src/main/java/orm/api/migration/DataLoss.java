package orm.api.migration;

/**
 * Rows that a migration takes away.
 *
 * @param what what is lost, as it is to be named when the loss is accepted: {@code table book},
 *     {@code column book.price}, {@code rows of book}
 * @param rows how many rows it has now; -1 where that cannot be told before
 * @param accepted whether the loss was accepted, by the file or by the caller
 */
public record DataLoss(String what, long rows, boolean accepted) {
  /** {@return what is lost and how much} */
  @Override
  public String toString() {
    return rows < 0 ? what : what + " (" + rows + (rows == 1 ? " row)" : " rows)");
  }
}
