package orm.spi.lifecycle;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes keys for components {@code @Generated(by = "name")}. Of several with one name the preferred
 * one is asked. One instance serves all databases and threads.
 *
 * @param <K> the keys: texts, numbers or UUIDs
 */
@ConsumerType
public interface KeyGenerator<K> {
  /** {@return the name that components call it by; always the same} */
  String name();

  /**
   * Makes keys. A batch asks once for all its rows, and may leave some unused.
   *
   * @param count how many, at least 1
   * @return that many keys, none of which was ever given before
   */
  List<K> next(int count);
}
