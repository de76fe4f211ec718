package orm.spi.mapping;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /**
   * Tells who writes.
   *
   * @param <T> the type of the component
   * @param component the component that it is for, for messages, such as {@code Book.createdBy}
   * @param type the type of the component
   * @return who it is
   * @throws orm.api.error.GenerationException if nobody tells, or it is of another type
   */
  <T> T actor(String component, Class<T> type);

  /**
   * Tells who writes, if anybody does.
   *
   * @param <T> the type of the component
   * @param component the component that it is for, for messages
   * @param type the type of the component
   * @return who it is; null where nobody tells
   * @throws orm.api.error.GenerationException if it is of another type
   */
  <T> @Nullable T actorOrNull(String component, Class<T> type);

  /**
   * Takes a key of a generator of the user's, unless there is one.
   *
   * @param <T> the type of the component
   * @param given the key that the program gave; null for none
   * @param component the component that it is for, for messages
   * @param generator the name of the generator
   * @param type the type of the component
   * @return the key that was given, or else a new one
   * @throws orm.api.error.GenerationException if there is no such generator, or it failed
   */
  <T> T generated(@Nullable T given, String component, String generator, Class<T> type);
}
