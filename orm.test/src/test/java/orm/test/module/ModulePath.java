package orm.test.module;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars of the class path that this test runs with, as a module path. */
final class ModulePath {

  /** What we ship for applications; the shell is for containers. */
  static final List<String> MODULES = List.of(
      "orm.api",
      "orm.engine",
      "orm.dialect.postgres",
      "orm.dialect.sqlite",
      "orm.validation",
      "orm.cache");

  private ModulePath() {}

  /**
   * Our jars and the libraries they need, but not JSpecify's annotations, which nobody should have
   * to deploy. The test is skipped if the modules have not been packaged, as in {@code mvn test}.
   */
  static List<Path> jars() {
    List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .filter(jar -> Stream.of(
                "orm.api",
                "orm.engine",
                "orm.dialect",
                "orm.migration",
                "orm.validation",
                "orm.cache",
                "caffeine",
                "jakarta.validation",
                "hibernate-validator",
                "classmate",
                "jboss-logging",
                "HikariCP",
                "slf4j-api",
                "postgresql",
                "sqlite-jdbc")
            .anyMatch(name -> jar.getFileName().toString().startsWith(name)))
        .toList();
    assumeTrue(
        jars.stream().anyMatch(jar -> jar.getFileName().toString().startsWith("orm.api")),
        "orm.api is not a jar; run mvn verify");
    return jars;
  }

  /** The jar of the class path whose name begins so. */
  static Path jar(String name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> jar.getFileName().toString().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  static ModuleFinder finder() {
    return ModuleFinder.of(jars().toArray(Path[]::new));
  }

  static ModuleDescriptor descriptor(String module) {
    return finder().find(module).map(ModuleReference::descriptor).orElseThrow();
  }
}
