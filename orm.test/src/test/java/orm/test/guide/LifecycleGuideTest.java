package orm.test.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.DatabaseBuilder;
import orm.api.Orm;
import orm.api.model.EntityTable;
import orm.spi.filter.RowFilter;
import orm.spi.lifecycle.KeyGenerator;
import orm.spi.lifecycle.RowListener;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Every example of {@code docs/filters.md} and {@code docs/lifecycle.md} compiles without a
 * warning, runs, and gives what it says.
 */
class LifecycleGuideTest {
  @TempDir
  static Path folder;

  /** A page, whose examples are compiled. */
  private record Page(String name, Guide guide, ClassLoader loader) {
    static Page compile(String name) throws Exception {
      Guide guide = Guide.read(name + ".md");
      Map<String, String> sources = new LinkedHashMap<>(guide.files());
      for (Snippet snippet : guide.snippets()) {
        sources.put(snippet.className() + ".java", snippet.source(guide.imports()));
      }
      UserCompiler compiler = new UserCompiler(folder.resolve(name));
      assertEquals("", compiler.compile(sources));
      return new Page(name, guide, Bookshop.load(compiler));
    }

    Object constant(String type, String field) throws ReflectiveOperationException {
      return Class.forName(type, true, loader).getField(field).get(null);
    }

    <T> T made(Class<T> as, String type) throws ReflectiveOperationException {
      return as.cast(Class.forName(type, true, loader).getConstructor().newInstance());
    }

    void run(TestDatabase test, DatabaseBuilder builder, EntityTable<?, ?> table) {
      test.with(List.of(table));
      Database db = test.open(builder);
      assertTrue(guide.snippets().size() >= 3);
      Stream<Executable> runs = guide.snippets().stream().map(snippet -> () -> {
        int done = db.script("delete from " + table.name());
        assertEquals(1, done);
        SnippetRun.run(snippet, loader, db);
      });
      Assertions.assertAll("docs/" + name + ".md", runs);
    }
  }

  @EachDatabase
  void filters(TestDatabase test) throws Exception {
    Page page = Page.compile("filters");
    page.run(
        test,
        Orm.builder(test.settings())
            .filter((RowFilter) page.constant("office.Tenants", "ONLY_OURS")),
        (EntityTable<?, ?>) page.constant("office.Paper_", "PAPER"));
  }

  @EachDatabase
  void lifecycle(TestDatabase test) throws Exception {
    Page page = Page.compile("lifecycle");
    page.run(
        test,
        Orm.builder(test.settings())
            .actor(() -> Optional.of("ann"))
            .rowListener(page.made(RowListener.class, "desk.Trimming"))
            .keyGenerator(page.made(KeyGenerator.class, "desk.Keys")),
        (EntityTable<?, ?>) page.constant("desk.Letter_", "LETTER"));
  }
}
