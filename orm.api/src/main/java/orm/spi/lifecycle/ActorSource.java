package orm.spi.lifecycle;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows who writes, for components {@code @CreatedBy} and {@code @UpdatedBy}. If several are there,
 * the preferred one is asked, alone. One instance serves all databases and threads.
 */
@ConsumerType
@FunctionalInterface
public interface ActorSource {
  /**
   * Tells who writes now, on the thread that runs the statement; asked once for each statement or
   * transaction.
   *
   * @return who it is, of the type of the components: a text, a number or a UUID; empty where
   *     nobody is known, which only components that can be null accept
   */
  Optional<?> currentActor();
}
