package orm.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orm.api.schema.TableSchema;
import orm.processor.Compilation.Compiler;
import orm.processor.Compilation.Result;

/**
 * Compares what is written with files that were read and approved: {@code golden/<feature>/in}
 * holds records, {@code out} the classes written for them. {@code -Dorm.processor.golden=rewrite}
 * writes {@code out} anew; read the difference before committing it.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Pattern SCHEMA = Pattern.compile(
      "String schema\\(\\) \\{\\s+return \"\"\"\\n(.*?)\\s+\"\"\";", Pattern.DOTALL);

  @TempDir
  Path folder;

  static Stream<String> features() throws IOException {
    try (Stream<Path> features = Files.list(GOLDEN)) {
      return features.map(it -> it.getFileName().toString()).sorted().toList().stream();
    }
  }

  private Result compile(Compiler compiler, Map<String, String> sources) {
    Compilation compilation = new Compilation(compiler, folder.resolve(compiler.name()));
    if (compiler == Compiler.JAVAC) {
      compilation.withOptions("-Werror");
    }
    return compilation.run(sources).expectSuccess();
  }

  private static SortedMap<String, String> in(String feature) {
    return Compilation.read(GOLDEN.resolve(feature).resolve("in"));
  }

  @ParameterizedTest
  @MethodSource("features")
  void writesTheApprovedClassesWhichBothCompilersLike(String feature) throws IOException {
    SortedMap<String, String> written = compile(Compiler.JAVAC, in(feature)).generated();
    Path approved = GOLDEN.resolve(feature).resolve("out");
    if ("rewrite".equals(System.getProperty("orm.processor.golden"))) {
      rewrite(approved, written);
    }
    assertEquals(join(Compilation.read(approved)), join(written));
    SortedMap<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.putAll(in(feature));
    assertEquals(join(written), join(compile(Compiler.ECJ, backwards).generated()));
  }

  @ParameterizedTest
  @MethodSource("features")
  void linesFitAndSchemasSurviveTheirText(String feature) {
    Compilation.read(GOLDEN.resolve(feature).resolve("out")).forEach((name, text) -> {
      text.lines().forEach(line -> assertTrue(line.length() <= 100, name + ": " + line));
      Matcher schema = SCHEMA.matcher(text);
      while (schema.find()) {
        String schemaText = unescape(schema.group(1));
        TableSchema parsed = TableSchema.parse(schemaText);
        assertEquals(schemaText, parsed.text());
        assertTrue(text.contains("return \"" + parsed.contentHash() + "\";"), name);
      }
    });
  }

  @Test
  void writesTheSameTwice() {
    SortedMap<String, String> first = compile(Compiler.JAVAC, in("plain")).generated();
    assertEquals(join(first), join(compile(Compiler.JAVAC, in("plain")).generated()));
  }

  private static String unescape(String source) {
    return source.stripIndent().translateEscapes() + "\n";
  }

  private static String join(Map<String, String> files) {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(files)
        .forEach((name, text) -> all.append("==== ").append(name).append('\n').append(text));
    return all.toString();
  }

  private static void rewrite(Path folder, Map<String, String> files) throws IOException {
    for (String old : Compilation.read(folder).keySet()) {
      Files.delete(folder.resolve(old));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
