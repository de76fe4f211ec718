package orm.test.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import orm.api.Database;
import orm.api.model.EntityTable;

/**
 * A page of the manual, whose examples are compiled.
 *
 * @param name the file without its ending
 * @param guide its examples
 * @param loader has their classes
 */
record Page(String name, Guide guide, ClassLoader loader) {
  /** Compiles the examples without a warning. */
  static Page compile(Path folder, String name) throws Exception {
    Guide guide = Guide.read(name + ".md");
    assertTrue(guide.snippets().size() >= 3, "a page has examples");
    Map<String, String> sources = new LinkedHashMap<>(guide.files());
    for (Snippet snippet : guide.snippets()) {
      sources.put(snippet.className() + ".java", snippet.source(guide.imports()));
    }
    UserCompiler compiler = new UserCompiler(folder.resolve(name));
    assertEquals("", compiler.compile(sources));
    return new Page(name, guide, Bookshop.load(compiler));
  }

  /** A constant that the examples begin with. */
  Object constant(String type, String field) throws ReflectiveOperationException {
    return Class.forName(type, true, loader).getField(field).get(null);
  }

  @SuppressWarnings("unchecked") // the rows are those of the page
  EntityTable<Object, ?> table(String type, String field) throws ReflectiveOperationException {
    return (EntityTable<Object, ?>) constant(type, field);
  }

  /** An object of a class of the examples. */
  <T> T made(Class<T> as, String type) throws ReflectiveOperationException {
    return as.cast(Class.forName(type, true, loader).getConstructor().newInstance());
  }

  /** Runs each example that is for this database, after what makes ready for it. */
  void run(Database db, Executable ready) {
    Stream<Executable> runs = guide.snippets().stream()
        .filter(snippet -> snippet.runsOn(db.dialect()))
        .map(snippet -> () -> {
          ready.execute();
          SnippetRun.run(snippet, loader, db);
        });
    Assertions.assertAll("docs/" + name + ".md", runs);
  }
}
