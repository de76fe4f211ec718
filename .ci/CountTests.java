import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Sums the test reports below a folder, prints {@code N passed, N failed, N skipped}, and fails if
 * there is nothing to be proud of. A program of one file, because every machine that builds us has
 * a JDK.
 */
class CountTests {

  private static final Path CONTAINER_REPORTS = Path.of("orm.itest", "target", "test-reports");

  /** Each has run the tests of the container. */
  private static final List<String> FRAMEWORKS = List.of("felix", "equinox");

  private record Count(int tests, int failed, int skipped) {

    Count plus(Count other) {
      return new Count(tests + other.tests, failed + other.failed, skipped + other.skipped);
    }

    int passed() {
      return tests - failed - skipped;
    }
  }

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).toRealPath();
    Count all = count(reports(root, "surefire-reports")).plus(count(reports(root, "test-reports")));

    boolean good = true;
    for (String framework : FRAMEWORKS) {
      Path reports = CONTAINER_REPORTS.resolve(framework);
      if (count(reports(root.resolve(reports), "")).passed() == 0) {
        System.out.println("No test passed in the container: nothing in " + reports);
        good = false;
      }
    }
    if (all.passed() == 0) {
      System.out.println("No test passed");
      good = false;
    }
    System.out.printf(
        "%d passed, %d failed, %d skipped%n", all.passed(), all.failed(), all.skipped());
    System.exit(good && all.failed() == 0 ? 0 : 1);
  }

  /** The reports below {@code root} that lie in a folder of the given name, or in any if empty. */
  private static List<Path> reports(Path root, String folder) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .filter(file -> folder.isEmpty() || file.toString().contains("/target/" + folder + "/"))
          .toList();
    }
  }

  private static Count count(List<Path> reports) throws IOException, XMLStreamException {
    Count sum = new Count(0, 0, 0);
    for (Path report : reports) {
      sum = sum.plus(count(report));
    }
    return sum;
  }

  private static Count count(Path report) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("testsuite")) {
          return new Count(
              number(xml, "tests"),
              number(xml, "failures") + number(xml, "errors"),
              number(xml, "skipped"));
        }
      }
    }
    throw new IOException("No test suite in " + report);
  }

  private static int number(XMLStreamReader xml, String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    return value == null || value.isEmpty() ? 0 : Integer.parseInt(value);
  }
}
