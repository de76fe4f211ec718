package orm.test.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Every example of {@code docs/queries.md} compiles without a warning, runs, and gives what it
 * says.
 */
class GuideTest {
  @TempDir
  static Path folder;

  private static Guide guide;
  private static ClassLoader loader;

  @BeforeAll
  static void compile() throws Exception {
    guide = Guide.read();
    Map<String, String> sources = new LinkedHashMap<>(Bookshop.sources(guide));
    for (Snippet snippet : guide.snippets()) {
      sources.put(snippet.className() + ".java", snippet.source(guide.imports()));
    }
    UserCompiler compiler = new UserCompiler(folder);
    assertEquals("", compiler.compile(sources));
    loader = Bookshop.load(compiler);
  }

  @EachDatabase
  void everySnippetRuns(TestDatabase test) throws Exception {
    Database db = test.db();
    Bookshop.create(loader, db);
    String name = test.kind().name().toLowerCase(Locale.ROOT);
    Stream<Executable> runs = guide.snippets().stream()
        .filter(snippet -> snippet.runsOn(name))
        .map(snippet -> () -> {
          Bookshop.refill(loader, db);
          SnippetRun.run(snippet, loader, db);
        });
    Assertions.assertAll("docs/queries.md", runs);
  }

  /** The README shows none that is not tried here. */
  @Test
  void theExampleOfTheReadmeIsOneOfThePage() throws Exception {
    String readme = Files.readString(Path.of("..", "README.md")).replace("\r\n", "\n");
    assertTrue(guide.snippets().stream()
        .anyMatch(snippet -> readme.contains("```java\n" + snippet.code() + "```")));
  }

  @Test
  void thePageHasExamples() {
    assertFalse(guide.snippets().isEmpty());
    assertFalse(guide.imports().isEmpty());
    assertTrue(guide.snippets().stream().anyMatch(snippet -> snippet.code().contains("// => ")));
    assertTrue(
        guide.snippets().stream()
                .filter(snippet -> snippet.database().isPresent())
                .count()
            <= 6,
        "few examples are for one database only");
  }
}
