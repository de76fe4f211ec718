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
import orm.api.Orm;
import orm.api.model.EntityTable;
import orm.spi.convert.TypeConverter;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Every example of {@code docs/types.md} compiles without a warning, runs, and gives what it says.
 */
class TypesGuideTest {
  @TempDir
  static Path folder;

  private static Guide guide;
  private static ClassLoader loader;

  @BeforeAll
  static void compile() throws Exception {
    guide = Guide.read("types.md");
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
    Database db = test.open(Orm.builder(test.settings()).converter(converter()));
    EntityTable<Object, ?> vans = vans();
    db.schema().create(List.of(vans));
    List<?> two = (List<?>) type("fleet.Vans").getField("TWO").get(null);
    Stream<Executable> runs = guide.snippets().stream()
        .filter(snippet -> snippet.runsOn(db.dialect()))
        .map(snippet -> () -> {
          db.deleteFrom(vans).all().execute();
          db.insertAll(vans, List.copyOf(two));
          SnippetRun.run(snippet, loader, db);
        });
    Assertions.assertAll("docs/types.md", runs);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader);
  }

  private static TypeConverter<?, ?> converter() throws ReflectiveOperationException {
    return (TypeConverter<?, ?>) type("fleet.MoneyConverter").getConstructor().newInstance();
  }

  @SuppressWarnings("unchecked") // the rows are those of the page
  private static EntityTable<Object, ?> vans() throws ReflectiveOperationException {
    return (EntityTable<Object, ?>) type("fleet.Van_").getField("VAN").get(null);
  }

  @Test
  void thePageHasExamples() {
    assertTrue(guide.snippets().size() >= 4);
  }
}
