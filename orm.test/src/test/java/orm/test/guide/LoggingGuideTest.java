package orm.test.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.model.EntityTable;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Every example of {@code docs/logging.md} compiles without a warning, runs, and gives what it
 * says.
 */
class LoggingGuideTest {
  @TempDir
  static Path folder;

  private static Guide guide;
  private static ClassLoader loader;

  @BeforeAll
  static void compile() throws Exception {
    guide = Guide.read("logging.md");
    Map<String, String> sources = new LinkedHashMap<>(guide.files());
    for (Snippet snippet : guide.snippets()) {
      sources.put(snippet.className() + ".java", snippet.source(guide.imports()));
    }
    UserCompiler compiler = new UserCompiler(folder);
    assertEquals("", compiler.compile(sources));
    loader = Bookshop.load(compiler);
  }

  @EachDatabase
  void everySnippetRuns(TestDatabase test) throws Exception {
    Database db = test.open(test.settings());
    db.schema().create(List.of(parcel()));
    Stream<Executable> runs =
        guide.snippets().stream().map(snippet -> () -> SnippetRun.run(snippet, loader, db));
    Assertions.assertAll("docs/logging.md", runs);
  }

  private static EntityTable<?, ?> parcel() throws ReflectiveOperationException {
    return (EntityTable<?, ?>)
        Class.forName("shop.Parcel_", true, loader).getField("PARCEL").get(null);
  }

  @Test
  void thePageHasExamples() {
    assertTrue(guide.snippets().size() >= 4);
  }
}
