package orm.engine;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562, section 5.7), each greater than the one before: 48 bits of
 * milliseconds, then a counter of 26 bits that starts at random in each millisecond (section 6.2,
 * method 1), then random bits. Safe for use by several threads.
 */
final class Uuid7 {
  private static final int COUNTER_BITS = 26;

  /** Made with the first key: what it is made of takes as long to load as a database to open. */
  private static final class Source {
    static final SecureRandom RANDOM = new SecureRandom();
  }

  private final Clock clock;
  private long lastMillis;
  private int counter;

  Uuid7(Clock clock) {
    this.clock = clock;
  }

  synchronized UUID next() {
    long millis = clock.millis();
    if (millis > lastMillis) {
      lastMillis = millis;
      counter = Source.RANDOM.nextInt(1 << (COUNTER_BITS - 1)); // leaves room to count
    } else if (++counter == 1 << COUNTER_BITS) {
      lastMillis++; // the counter is used up, or the clock stood still: borrow from the next one
      counter = 0;
    }
    long high = lastMillis << 16 | 0x7000L | counter >>> 14;
    long low = 0x8000_0000_0000_0000L | (counter & 0x3fffL) << 48 | Source.RANDOM.nextLong() >>> 16;
    return new UUID(high, low);
  }
}
