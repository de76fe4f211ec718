package orm.api.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A module that brings migration files: a service in OSGi, a provider for
 * {@link java.util.ServiceLoader} elsewhere. A bundle or jar with entities needs none:
 * {@link orm.api.model.EntityModule} is enough.
 *
 * <p>Its files are in {@code orm/migrations/<name>/} of the bundle or jar of its class.
 */
@ConsumerType
public interface MigrationModule {
  /** {@return the name, unique among all modules of a database} */
  String name();

  /**
   * Tells what must be there before anything of this module runs.
   *
   * @return names of modules, each perhaps with a version: {@code inventory >= 3}; without one its
   *     first migration is meant
   */
  default List<String> requires() {
    return List.of();
  }

  /** {@return a class of the bundle or jar that holds the files} */
  default Class<?> beside() {
    return getClass();
  }

  /** {@return a folder of the file system that holds the files instead; empty for none} */
  default Optional<Path> folder() {
    return Optional.empty();
  }

  /**
   * Makes a module whose files are beside a class.
   *
   * @param name its name
   * @param beside a class of the bundle or jar that holds {@code orm/migrations/<name>/}
   * @return the module
   */
  static MigrationModule of(String name, Class<?> beside) {
    Objects.requireNonNull(beside, "beside");
    return new PlainModule(name, List.of(), beside, Optional.empty());
  }

  /**
   * Makes a module whose files are in a folder.
   *
   * @param name its name
   * @param folder the folder
   * @param requires names of modules that it needs, each perhaps with a version
   * @return the module
   */
  static MigrationModule in(Path folder, String name, String... requires) {
    return new PlainModule(
        name, List.of(requires), MigrationModule.class, Optional.of(folder.toAbsolutePath()));
  }
}
