package orm.engine.generation;

import org.jspecify.annotations.Nullable;
import orm.api.config.DatabaseSettings;
import orm.engine.eyes.Eyes;
import orm.engine.plan.Converters;
import orm.spi.dialect.Dialect;

/**
 * What a generation is made of.
 *
 * @param settings how to reach the database
 * @param dialect speaks to it
 * @param provider who brought the dialect, for messages
 * @param converters the converters that are there
 * @param eyes look at what runs
 */
public record GenerationSource(
    DatabaseSettings settings, Dialect dialect, String provider, Converters converters, Eyes eyes) {
  /** Whether a generation of this source may be open while the other one is. */
  boolean getsAlongWith(@Nullable Generation other) {
    if (other == null) {
      return true;
    }
    Class<?> mine = dialect.soleDriver().orElse(null);
    Class<?> theirs = other.source().dialect().soleDriver().orElse(null);
    // Another copy of the same driver; what other drivers do is none of its business.
    return mine == null
        || theirs == null
        || mine == theirs
        || !mine.getName().equals(theirs.getName());
  }
}
