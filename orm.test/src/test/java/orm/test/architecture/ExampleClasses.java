package orm.test.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of the example bundles, which are not on the class path: their modules would be
 * migrated in the databases of all tests.
 */
public final class ExampleClasses implements LocationProvider {
  @Override
  public Set<Location> get(Class<?> testClass) {
    return Stream.of("catalog", "orders", "tour")
        .map(bundle -> Path.of("..", "orm.example", bundle, "target", "classes"))
        .map(ExampleClasses::location)
        .collect(Collectors.toSet());
  }

  private static Location location(Path classes) {
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(classes + " is not there; run mvn verify");
    }
    return Location.of(classes);
  }
}
