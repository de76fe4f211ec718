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
 * Every example of {@code docs/fulltext.md} compiles without a warning, runs, and gives what it
 * says.
 */
class FullTextGuideTest {
  @TempDir
  static Path folder;

  private static Guide guide;
  private static ClassLoader loader;

  @BeforeAll
  static void compile() throws Exception {
    guide = Guide.read("fulltext.md");
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
    EntityTable<Object, ?> papers = papers();
    Database db = test.with(List.of(papers));
    List<?> three = (List<?>) type("press.Papers").getField("THREE").get(null);
    Stream<Executable> runs = guide.snippets().stream()
        .filter(snippet -> snippet.runsOn(db.dialect()))
        .map(snippet -> () -> {
          db.deleteFrom(papers).all().execute();
          db.insertAll(papers, List.copyOf(three));
          SnippetRun.run(snippet, loader, db);
        });
    Assertions.assertAll("docs/fulltext.md", runs);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader);
  }

  @SuppressWarnings("unchecked") // the rows are those of the page
  private static EntityTable<Object, ?> papers() throws ReflectiveOperationException {
    return (EntityTable<Object, ?>) type("press.Paper_").getField("PAPER").get(null);
  }

  @Test
  void thePageHasExamples() {
    assertTrue(guide.snippets().size() >= 7);
  }
}
