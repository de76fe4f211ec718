package orm.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** Assigns each class to the bundle it is shipped in; the API belongs to none. */
final class ImplementationBundles implements SliceAssignment {

  private static final List<String> BUNDLES = List.of(
      "orm.processor",
      "orm.engine",
      "orm.dialect.postgres",
      "orm.dialect.sqlite",
      "orm.migration",
      "orm.jfr",
      "orm.micrometer",
      "orm.opentelemetry",
      "orm.shell",
      "orm.validation",
      "orm.cache",
      "orm.events",
      "orm.health",
      "orm.karaf");

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    String packageName = type.getPackageName() + ".";
    return BUNDLES.stream()
        .filter(bundle -> packageName.startsWith(bundle + "."))
        .findFirst()
        .map(SliceIdentifier::of)
        .orElseGet(SliceIdentifier::ignore);
  }

  @Override
  public String getDescription() {
    return "implementation bundles";
  }
}
