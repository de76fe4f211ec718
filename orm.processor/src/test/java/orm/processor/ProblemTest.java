package orm.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orm.processor.Compilation.Compiler;
import orm.processor.Compilation.Message;
import orm.processor.report.ProblemCode;

/**
 * Each file of {@code problems} holds records with mistakes. A line {@code //^ message} says what
 * is reported at the line above it, and {@code // file: name} begins another file.
 */
class ProblemTest {
  private static final Path PROBLEMS = Path.of("src/test/resources/problems");

  @TempDir
  Path folder;

  static Stream<String> problems() throws IOException {
    try (Stream<Path> problems = Files.list(PROBLEMS)) {
      return problems.map(it -> it.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void tellsWhatIsWrongWhereItIs(String name) throws IOException {
    List<String> expected = new ArrayList<>();
    Map<String, String> sources = split(Files.readString(PROBLEMS.resolve(name)), expected);
    assertEquals(sorted(expected), sorted(reported(Compiler.JAVAC, sources)), "javac");
    // ECJ 3.46 shows no position in records; the message names the type instead.
    assertEquals(
        sorted(expected.stream().map(ProblemTest::withoutPosition).toList()),
        sorted(reported(Compiler.ECJ, sources).stream()
            .map(ProblemTest::withoutPosition)
            .toList()),
        "ECJ");
  }

  @Test
  void everyCodeHasACase() throws IOException {
    Set<String> tested = new TreeSet<>();
    for (String name : problems().toList()) {
      List<String> expected = new ArrayList<>();
      split(Files.readString(PROBLEMS.resolve(name)), expected);
      expected.forEach(it -> tested.add(it.replaceAll(".*(ORM-\\d+).*", "$1")));
    }
    Set<String> codes = Arrays.stream(ProblemCode.values())
        .filter(code -> code != ProblemCode.INTERNAL)
        .map(ProblemCode::toString)
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(codes, tested);
  }

  @Test
  void everyCodeIsInTheManual() throws IOException {
    String manual = Files.readString(Path.of("../docs/processor-errors.md"));
    for (ProblemCode code : ProblemCode.values()) {
      assertTrue(manual.contains("## " + code), code + " is missing");
    }
  }

  private List<String> reported(Compiler compiler, Map<String, String> sources) {
    Compilation compilation = new Compilation(compiler, folder.resolve(compiler.name()));
    return compilation.run(sources).errors().stream()
        .filter(message -> message.text().contains("ORM-"))
        .map(ProblemTest::line)
        .toList();
  }

  private static String line(Message message) {
    return message.file() + ":" + message.line() + " " + message.text();
  }

  private static String withoutPosition(String line) {
    return line.replaceAll("^.*?ORM", "ORM").replaceAll(" \\[[\\w.]+]$", "");
  }

  private static String sorted(List<String> lines) {
    return lines.stream().sorted().collect(Collectors.joining("\n"));
  }

  /** Divides a text into files, and collects the messages that it announces. */
  private static Map<String, String> split(String text, List<String> expected) {
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    String name = "demo/Problem.java";
    int number = 0;
    for (String line : text.lines().toList()) {
      if (line.startsWith("// file: ")) {
        name = line.substring("// file: ".length());
        number = 0;
        continue;
      }
      number++;
      if (line.strip().startsWith("//^ ")) {
        int above = number - 1;
        String file = name.substring(name.lastIndexOf('/') + 1);
        expected.add(file + ":" + above + " " + line.strip().substring(4));
        number--; // several messages may belong to one line
        continue;
      }
      files.computeIfAbsent(name, it -> new StringBuilder()).append(line).append('\n');
    }
    Map<String, String> sources = new LinkedHashMap<>();
    files.forEach((file, source) -> sources.put(file, source.toString()));
    return sources;
  }
}
