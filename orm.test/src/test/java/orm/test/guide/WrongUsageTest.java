package orm.test.guide;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Each mistake of {@code WrongUsage.md} is refused where it says: by javac in a message that can be
 * read, or before the database is asked, with the fix.
 */
class WrongUsageTest {
  private static final int LINES = 20;
  private static final String LOCALS = """
          record Line(String title, String author, BigDecimal price) {}
          record Two(String title, int pages) {}
      """;

  @TempDir
  static Path folder;

  private static Guide guide;
  private static UserCompiler compiler;
  private static List<Mistake> refusedByJavac;
  private static List<Mistake> refusedBefore;
  private static List<Mistake> refusedByHandle;

  @BeforeAll
  static void compile() throws Exception {
    guide = Guide.read();
    compiler = new UserCompiler(folder);
    assertEquals("", compiler.compile(Bookshop.sources(guide)));
    String[] parts = page().split("(?m)^## ", -1);
    assertEquals(4, parts.length);
    refusedByJavac = Mistake.allOf(parts[1]);
    refusedBefore = Mistake.allOf(parts[2]);
    refusedByHandle = Mistake.allOf(parts[3]);
    assertFalse(refusedByJavac.isEmpty() || refusedBefore.isEmpty() || refusedByHandle.isEmpty());
  }

  private static String page() throws IOException {
    try (InputStream page = WrongUsageTest.class.getResourceAsStream("/guide/WrongUsage.md")) {
      if (page == null) {
        throw new IOException("no WrongUsage.md");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void javacRefusesInAFewLines() throws Exception {
    assertEquals("", compiler.attempt("Attempt", attempt("db.from(BOOK).count()")));
    Stream<Executable> attempts = refusedByJavac.stream().map(mistake -> () -> {
      String message = compiler.attempt("Attempt", attempt(mistake.code()));
      List<String> lines = message.lines().toList();
      assertTrue(lines.get(0).contains(mistake.words().get(0)), () -> mistake + ": " + message);
      assertTrue(mistake.isDescribedBy(message), () -> mistake + ": " + message);
      assertTrue(lines.size() <= LINES, () -> mistake + ": " + message);
    });
    assertAll(attempts);
  }

  private static String attempt(String statement) {
    return guide.imports() + "import orm.api.error.*;\n"
        + """
        final class Attempt {
          static void run(
              Database db, Instant instant, Author author, Book book, Payment payment) {
        """
        + LOCALS + "    " + statement + ";\n  }\n}\n";
  }

  @EachDatabase
  void planningRefusesWithTheFix(TestDatabase test) throws Exception {
    refused(test, refusedBefore, true);
  }

  @EachDatabase
  void theHandleOrTheReaderRefuses(TestDatabase test) throws Exception {
    refused(test, refusedByHandle, false);
  }

  private static void refused(TestDatabase test, List<Mistake> mistakes, boolean unsent)
      throws Exception {
    ClassLoader loader = loaderOf(mistakes);
    Database db = test.db();
    Bookshop.create(loader, db);
    Bookshop.refill(loader, db);
    List<Executable> runs = new ArrayList<>();
    for (int i = 0; i < mistakes.size(); i++) {
      Mistake mistake = mistakes.get(i);
      Callable<?> run = Class.forName("Mistake" + i, true, loader)
          .asSubclass(Callable.class)
          .getConstructor(Database.class)
          .newInstance(db);
      runs.add(() -> {
        test.statements();
        String message = message(run);
        assertTrue(mistake.isDescribedBy(message), () -> mistake + ": " + message);
        if (unsent) {
          assertEquals(List.of(), test.statements(), mistake::name);
        }
      });
    }
    assertAll(runs);
  }

  private static ClassLoader loaderOf(List<Mistake> mistakes) throws IOException {
    Map<String, String> sources = Bookshop.sources(guide);
    for (int i = 0; i < mistakes.size(); i++) {
      sources.put(
          "Mistake" + i + ".java", callable("Mistake" + i, mistakes.get(i).code()));
    }
    UserCompiler own = new UserCompiler(folder.resolve("run" + mistakes.size()));
    assertEquals("", own.compile(sources));
    return Bookshop.load(own);
  }

  private static String callable(String name, String expression) {
    return guide.imports()
        + "public record " + name + "(Database db) implements Callable<Object> {\n"
        + "  @Override public Object call() {\n"
        + LOCALS
        + "    String none = null;\n"
        + "    return " + expression + ";\n  }\n}\n";
  }

  private static String message(Callable<?> run) {
    try {
      return "nothing was refused: " + run.call();
    } catch (Exception refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
