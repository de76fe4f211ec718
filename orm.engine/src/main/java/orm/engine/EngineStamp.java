package orm.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.spi.mapping.Stamp;

/** The stamp of one call: every row that it writes carries the same time. */
final class EngineStamp implements Stamp {
  private final Clock clock;
  private final Uuid7 uuids;
  private @Nullable Instant now;

  EngineStamp(Clock clock, Uuid7 uuids) {
    this.clock = clock;
    this.uuids = uuids;
  }

  @Override
  public Instant now() {
    Instant time = now;
    if (time == null) {
      time = clock.instant().truncatedTo(ChronoUnit.MICROS);
      now = time;
    }
    return time;
  }

  @Override
  public UUID newUuid() {
    return uuids.next();
  }
}
