package orm.spi.mapping;

import java.time.Instant;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The values that the engine supplies while a row is written: the time of the write and new keys.
 *
 * <p>One stamp serves all rows of one call, so that they carry the same time.
 */
@ProviderType
public interface Stamp {
  /** {@return the time of this write, in microseconds, from the clock of the database handle} */
  Instant now();

  /** {@return a new UUID of version 7 (RFC 9562, section 5.7), greater than those made before} */
  UUID newUuid();
}
