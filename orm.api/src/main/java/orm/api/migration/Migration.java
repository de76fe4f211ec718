package orm.api.migration;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A migration in Java, for what SQL cannot say: a service in OSGi, a provider for
 * {@link java.util.ServiceLoader} elsewhere. It stands in line with the files of its module.
 *
 * <p>It talks to the database by JDBC and not through entities, which will be others when it runs
 * years later.
 */
@ConsumerType
public interface Migration {
  /** {@return the module that it belongs to} */
  String module();

  /** {@return its number, unique among the files and classes of the module: {@code 3}} */
  String version();

  /** {@return its name, such as {@code split names}} */
  String name();

  /**
   * Tells one text of it from another, as the checksum of a file does.
   *
   * @return a text that changes when the class is changed so that it does something else
   */
  default String checksum() {
    return "";
  }

  /** {@return what must have run before, such as {@code inventory >= 3}} */
  default List<String> requires() {
    return List.of();
  }

  /**
   * Tells whether it runs in one transaction together with its record. If not, it may be called
   * again after a crash, and must then find out what is done already.
   *
   * @return whether it does
   */
  default boolean transactional() {
    return true;
  }

  /** {@return whether {@link #down} undoes it} */
  default boolean reversible() {
    return false;
  }

  /**
   * Does it.
   *
   * @param context gives the connection
   * @throws Exception if it cannot be done; everything is rolled back if it is transactional
   */
  void up(MigrationContext context) throws Exception;

  /**
   * Undoes it.
   *
   * @param context gives the connection
   * @throws Exception if it cannot be done
   */
  default void down(MigrationContext context) throws Exception {
    throw new UnsupportedOperationException("migration " + version() + " cannot be undone");
  }
}
