package orm.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

  @Test
  void versionVariantAndTimeAreThoseOfTheStandard() {
    UUID uuid = new Uuid7(Clock.fixed(NOW, ZoneOffset.UTC)).next();
    assertEquals(7, uuid.version());
    assertEquals(2, uuid.variant());
    assertEquals(NOW.toEpochMilli(), uuid.getMostSignificantBits() >>> 16);
  }

  /**
   * As text and as unsigned bytes, which is how databases sort them; Java's own order is signed.
   */
  @Test
  void eachIsGreaterThanTheOneBeforeThoughTheClockStandsStill() {
    Uuid7 uuids = new Uuid7(Clock.fixed(NOW, ZoneOffset.UTC));
    String last = "";
    for (int i = 0; i < 200_000; i++) {
      String next = uuids.next().toString();
      assertTrue(next.compareTo(last) > 0, next);
      last = next;
    }
  }
}
