package orm.api.model;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The entities of one bundle or jar, for schema creation, migrations and validation. Generated from
 * {@code @Module}, and registered as a service by its own bundle.
 */
@ConsumerType
public interface EntityModule {
  /** {@return the name, unique among all modules of a database} */
  String name();

  /**
   * {@return the modules whose migrations must have run before, as {@code catalog} or
   * {@code catalog >= 2}}
   */
  default List<String> requires() {
    return List.of();
  }

  /** {@return the tables, in the order in which they were declared} */
  List<EntityTable<?, ?>> tables();
}
