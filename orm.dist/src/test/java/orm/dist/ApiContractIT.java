package orm.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares the packages of {@code orm.api} with those of the release that is kept, as
 * bnd-baseline-maven-plugin does, which would look for the release in a repository each time.
 */
class ApiContractIT {
  private static final Path KEPT = Path.of("..", "cnf", "baseline", "orm.api-0.1.0.jar");

  private Path built = KEPT;

  @BeforeEach
  void findTheJar() {
    built = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().matches("orm\\.api-.*\\.jar"))
        .findFirst()
        .orElse(KEPT);
    assumeTrue(!built.equals(KEPT), "orm.api is not a jar; run mvn verify");
  }

  @Test
  void aChangeOfThePublicFaceHasAnotherVersion() throws Exception {
    try (Jar newer = new Jar(built.toFile());
        Jar older = new Jar(KEPT.toFile())) {
      assertEquals(
          List.of(),
          mismatches(newer, older),
          "give the package the version in its package-info, or see docs/api-contract.md");
    }
  }

  @Test
  void whatIsAddedToAPackageIsNoticed() throws Exception {
    try (Jar newer = new Jar(built.toFile());
        Jar older = new Jar(built.toFile())) {
      older.remove("orm/api/Orm.class");
      assertEquals(List.of("orm.api 1.1.0 needs version 1.2.0"), mismatches(newer, older));
    }
  }

  @Test
  void whatIsTakenFromAPackageIsNoticed() throws Exception {
    try (Jar newer = new Jar(built.toFile());
        Jar older = new Jar(built.toFile())) {
      newer.remove("orm/api/Orm.class");
      assertEquals(List.of("orm.api 1.1.0 needs version 2.0.0"), mismatches(newer, older));
    }
  }

  private static List<String> mismatches(Jar newer, Jar older) throws Exception {
    try (Processor reporter = new Processor()) {
      return new Baseline(reporter, new DiffPluginImpl())
          .baseline(newer, older, new Instructions()).stream()
              .filter(info -> info.mismatch)
              .map(info -> info.packageName + " " + info.newerVersion + " needs version "
                  + info.suggestedVersion)
              .sorted()
              .toList();
    }
  }
}
