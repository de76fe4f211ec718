package orm.api.admin;

/**
 * The connections of a pool at one moment.
 *
 * @param max how many there may be
 * @param open how many there are
 * @param inUse how many of them are out
 * @param waiting how many threads wait for one
 */
public record PoolInfo(int max, int open, int inUse, int waiting) {
  /** {@return how many connections are there for the next to come} */
  public int idle() {
    return Math.max(0, open - inUse);
  }
}
