package orm.api.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A module made of its parts. */
record PlainModule(String name, List<String> requires, Class<?> beside, Optional<Path> folder)
    implements MigrationModule {
  PlainModule {
    Objects.requireNonNull(name, "name");
    requires = List.copyOf(requires);
  }
}
