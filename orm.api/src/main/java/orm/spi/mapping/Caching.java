package orm.spi.mapping;

import java.time.Duration;

/**
 * How rows of an entity are kept in memory.
 *
 * @param ttl how old they may become; more than zero
 * @param size how many there may be, from 1
 */
public record Caching(Duration ttl, int size) {
  /**
   * Checks the limits.
   *
   * @param ttl how old they may become; more than zero
   * @param size how many there may be, from 1
   * @throws IllegalArgumentException if a limit is less
   */
  public Caching {
    if (ttl.isNegative() || ttl.isZero() || size < 1) {
      throw new IllegalArgumentException("cache at least one row, for some time");
    }
  }
}
