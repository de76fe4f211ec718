package orm.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import orm.processor.Compilation.Compiler;

/** Whether a class is the same, whatever is compiled together with its record. */
class IsolationTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({
    "plain,JAVAC",
    "keys,JAVAC",
    "references,JAVAC",
    "embedded,JAVAC",
    "hierarchy,JAVAC",
    "stamps,JAVAC",
    "json,JAVAC",
    "module,JAVAC",
    "names,JAVAC",
    "links,JAVAC",
    "projections,JAVAC",
    "projected,JAVAC",
    "keys,ECJ",
    "embedded,ECJ",
    "hierarchy,ECJ",
    "links,ECJ",
    "projections,ECJ",
    "module,ECJ"
  })
  void eachSourceAloneGivesTheSameAgainstClassFilesOfTheOthers(String feature, Compiler compiler) {
    SortedMap<String, String> sources = Compilation.read(GOLDEN.resolve(feature).resolve("in"));
    Compilation.Result together =
        new Compilation(compiler, folder.resolve("together")).run(sources).expectSuccess();
    sources.forEach((name, text) -> {
      Path others = withoutClassesOf(name, together.classes());
      Path alone = folder.resolve("alone").resolve(name.replace('/', '_'));
      SortedMap<String, String> written = new Compilation(compiler, alone)
          .with(others)
          .run(Map.of(name, text))
          .expectSuccess()
          .generated();
      written.forEach((file, source) -> assertEquals(together.generated().get(file), source, file));
    });
  }

  /** Build tools remove what a source was compiled into before they compile it again. */
  private Path withoutClassesOf(String source, Path classes) {
    Path others = folder.resolve("others").resolve(source.replace('/', '_'));
    String name = source.replaceAll(".*/", "").replace(".java", "");
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        String type = file.getFileName().toString().replaceAll("[$.].*", "");
        boolean nested =
            Files.exists(file.resolveSibling(name + "$" + type.replaceAll("_$", "") + ".class"));
        boolean module = name.equals("package-info") && type.endsWith("Module");
        if (!type.equals(name) && !type.equals(name + "_") && !nested && !module) {
          Path copy = others.resolve(classes.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return others;
  }

  @ParameterizedTest
  @EnumSource(Compiler.class)
  void targetsAndPartsMayComeFromAnotherJarOfEitherCompiler(Compiler first) {
    Compiler second = first == Compiler.JAVAC ? Compiler.ECJ : Compiler.JAVAC;
    SortedMap<String, String> library = new TreeMap<>();
    SortedMap<String, String> application = new TreeMap<>();
    for (String feature : new String[] {"embedded", "keys", "hierarchy"}) {
      Compilation.read(GOLDEN.resolve(feature).resolve("in")).forEach((name, text) -> {
        boolean uses = name.matches(".*/(Product|Mayor|Term|Refund|Payment)\\.java");
        (uses ? application : library).put(name, text);
      });
    }
    Path classes = new Compilation(first, folder.resolve("library"))
        .run(library)
        .expectSuccess()
        .classes();
    SortedMap<String, String> written = new Compilation(second, folder.resolve("application"))
        .with(classes)
        .run(application)
        .expectSuccess()
        .generated();
    assertFalse(written.isEmpty());
    written.forEach((name, text) -> {
      for (String feature : new String[] {"embedded", "keys", "hierarchy"}) {
        String approved =
            Compilation.read(GOLDEN.resolve(feature).resolve("out")).get(name);
        if (approved != null) {
          assertEquals(approved, text, name);
        }
      }
    });
  }
}
