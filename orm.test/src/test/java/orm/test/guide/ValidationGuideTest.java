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
 * Every example of {@code docs/validation.md} compiles without a warning, runs, and gives what it
 * says.
 */
class ValidationGuideTest {
  @TempDir
  static Path folder;

  private static Guide guide;
  private static ClassLoader loader;

  @BeforeAll
  static void compile() throws Exception {
    guide = Guide.read("validation.md");
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
    Database db =
        test.open(test.settings().toBuilder().set("validation.locale", "en").build());
    db.schema().create(List.of(stay()));
    Stream<Executable> runs = guide.snippets().stream().map(snippet -> () -> {
      int done = db.script("delete from stay");
      assertEquals(1, done);
      SnippetRun.run(snippet, loader, db);
    });
    Assertions.assertAll("docs/validation.md", runs);
  }

  private static EntityTable<?, ?> stay() throws ReflectiveOperationException {
    return (EntityTable<?, ?>)
        Class.forName("hotel.Stay_", true, loader).getField("STAY").get(null);
  }

  @Test
  void thePageHasExamples() {
    assertTrue(guide.snippets().size() >= 4);
  }
}
