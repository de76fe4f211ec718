package orm.dist;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import orm.dist.InstalledContainer.Run;

/** What is handed out: the archive, the single jar, the index, the features and the BOM. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/orm is a shell script")
class DistributionIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Newer JVMs warn of what Felix does, on any program's standard error. */
  private static final List<String> QUIET =
      List.of("-XX:+IgnoreUnrecognizedVMOptions", "--sun-misc-unsafe-memory-access=allow");

  @TempDir
  Path folder;

  private Path temp;

  @BeforeEach
  void makeFolder() throws Exception {
    temp = Files.createDirectory(folder.resolve("tmp"));
  }

  private Run run(Path place, String... command) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(place.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().remove("ORM_DATA");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ORM_JAVA_OPTS", "-Djava.io.tmpdir=" + temp);
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Run jar(String... arguments) throws Exception {
    return run(Files.createDirectories(folder.resolve("place")), java(List.of(), arguments));
  }

  private String[] java(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Djava.io.tmpdir=" + temp));
    command.addAll(QUIET);
    command.addAll(options);
    command.addAll(List.of("-jar", TARGET.resolve("orm.jar").toString()));
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }

  private static SortedSet<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(toCollection(TreeSet::new));
    }
  }

  @Test
  void theArchiveIsUnpackedAndRuns() throws Exception {
    assertEquals(
        0, run(folder, "tar", "xzf", TARGET.resolve("orm.tar.gz").toString()).code());
    Path home = folder.resolve("orm-0.1.0-SNAPSHOT");
    assertEquals(
        List.of(
            "LICENSE",
            "bin",
            "bundles",
            "conf",
            "deploy",
            "examples",
            "index.xml",
            "lib",
            "optional"),
        List.copyOf(names(home)));

    Run databases = run(folder, home.resolve("bin/orm").toString(), "databases");

    assertEquals("", databases.err());
    assertEquals(0, databases.code());
    assertTrue(databases.out().contains("main"), databases.out());
    assertTrue(Files.exists(home.resolve("data/main.db")));
  }

  @Test
  void theSingleJarRunsWithoutAnInstallationAndLeavesNothing() throws Exception {
    Run sum = jar("sql", "--url", "jdbc:sqlite::memory:", "SELECT 40 + 2 AS answer");

    assertEquals("", sum.err());
    assertTrue(sum.out().contains("42"), sum.out());
    assertEquals(0, sum.code());
    assertEquals(1, jar("sql", "--url", "jdbc:sqlite:shop.db", "SELECT nothing").code());
    assertEquals(
        new Run(2, "", "There is no command dance; ./orm help lists those there are.\n"),
        jar("dance"));
    assertEquals(new TreeSet<String>(), names(folder.resolve("place")));
    assertEquals(
        List.of(), names(temp).stream().filter(name -> name.startsWith("orm-")).toList());
  }

  @Test
  void theSingleJarHasTheConfigurationsOfAFolder() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(home.resolve("conf/orm.database-shop.cfg"), """
        name = shop
        url = jdbc:sqlite:$[prop:orm.data]/shop.db
        """);

    Run databases = run(folder, java(List.of("-Dorm.home=" + home), "databases"));

    assertEquals("", databases.err());
    assertTrue(databases.out().contains("shop"), databases.out());
    assertTrue(Files.exists(home.resolve("data/shop.db")));
  }

  @Test
  void theIndexNamesEveryBundle() throws Exception {
    SortedSet<String> indexed = new TreeSet<>();
    Path home = TARGET.resolve("orm");
    for (Element attribute : elements(home.resolve("index.xml"), "attribute")) {
      if (attribute.getAttribute("name").equals("url")) {
        String url = attribute.getAttribute("value");
        if (url.startsWith("urn:")) {
          continue; // what a jar has for later versions of Java only
        }
        assertTrue(Files.isRegularFile(home.resolve(url)), url);
        indexed.add(url);
      }
    }
    SortedSet<String> shipped;
    try (Stream<Path> files = Files.walk(home.resolve("bundles"))) {
      shipped = files
          .filter(file -> file.toString().endsWith(".jar"))
          .map(file -> home.relativize(file).toString())
          .collect(toCollection(TreeSet::new));
    }
    assertEquals(shipped, indexed);
  }

  @Test
  void theFeaturesNameBundlesThatAreShipped() throws Exception {
    SortedSet<String> shipped = shipped();
    List<Element> bundles = elements(TARGET.resolve("features/orm-features.xml"), "bundle");
    assertFalse(bundles.isEmpty());
    for (Element bundle : bundles) {
      String[] artifact = bundle.getTextContent().split("[:/]", -1);
      assertTrue(
          shipped.contains(artifact[2] + "-" + artifact[3] + ".jar"), bundle::getTextContent);
    }
  }

  /** Who imports it must find everything that an application may name. */
  @Test
  void theBomNamesEveryArtifactOfOurs() throws Exception {
    Path bom = Path.of("bom", "pom.xml");
    SortedSet<String> named = elements(bom, "dependency").stream()
        .map(dependency -> dependency.getElementsByTagName("artifactId").item(0).getTextContent())
        .collect(toCollection(TreeSet::new));
    String version = elements(bom, "version").get(0).getTextContent();
    SortedSet<String> ours = shipped().stream()
        .filter(name -> name.startsWith("orm."))
        .map(name -> name.substring(0, name.length() - ("-" + version + ".jar").length()))
        .collect(toCollection(TreeSet::new));
    ours.add("orm.processor");
    assertEquals(ours, named);
  }

  private static SortedSet<String> shipped() throws Exception {
    try (Stream<Path> bundles = Files.walk(TARGET.resolve("orm/bundles"));
        Stream<Path> optional = Files.walk(TARGET.resolve("orm/optional"))) {
      return Stream.concat(bundles, optional)
          .filter(file -> file.toString().endsWith(".jar"))
          .map(file -> file.getFileName().toString())
          .collect(toCollection(TreeSet::new));
    }
  }

  private static List<Element> elements(Path file, String name) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      NodeList found = DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(in)
          .getElementsByTagName(name);
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        elements.add((Element) found.item(i));
      }
      return elements;
    }
  }
}
