package orm.test.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that brings migration files as resources, and opens its database with migrate=apply.
 */
class MigratedApplicationTest {
  private static final String MODULE = "module shelf { requires orm.api; }\n";

  /** The second time nothing is left to run. */
  private static final String MAIN = """
      package shelf;

      import orm.api.Database;
      import orm.api.Orm;
      import orm.api.config.DatabaseSettings;
      import orm.api.migration.MigrationModule;

      public final class Main {
        private Main() {}

        public static void main(String[] arguments) {
          DatabaseSettings settings = DatabaseSettings.builder()
              .url("jdbc:sqlite:shelf.db")
              .set("migrate", "apply")
              .build();
          for (int time = 0; time < 2; time++) {
            try (Database db = Orm.builder(settings)
                .migrations(MigrationModule.of("shelf", Main.class))
                .open()) {
              db.migrations().status().migrations().forEach(one ->
                  System.out.println(one.id() + " " + one.name() + " " + one.state()));
              System.out.println(db.sql("SELECT title FROM book").result(10).rows());
            }
          }
        }
      }
      """;

  private static final String ONCE = """
      1 create book APPLIED
      2 first book APPLIED
      [[Optional[Max Havelaar]]]
      """;

  private static final String OUTPUT = (ONCE + ONCE).strip();

  @TempDir
  Path folder;

  @Test
  void findsItsFilesInTheFolderOfItsModule() throws Exception {
    UserProgram program = new UserProgram(folder);
    Path classes = withFiles(program.compile("--module-path", sources(true)));

    assertEquals(OUTPUT, runAsModule(program, classes));
  }

  @Test
  void findsItsFilesInTheJarOfItsModule() throws Exception {
    UserProgram program = new UserProgram(folder);
    Path jar = jar(withFiles(program.compile("--module-path", sources(true))));

    assertEquals(OUTPUT, runAsModule(program, jar));
  }

  @Test
  void findsItsFilesInAJarOfTheClassPath() throws Exception {
    UserProgram program = new UserProgram(folder);
    Path jar = jar(withFiles(program.compile("--class-path", sources(false))));

    assertEquals(
        OUTPUT,
        program.run("--class-path", jar + File.pathSeparator + program.libraries(), "shelf.Main"));
  }

  private static String runAsModule(UserProgram program, Path module) throws Exception {
    return program.run(
        "--module-path",
        module + File.pathSeparator + program.libraries(),
        "--module",
        "shelf/shelf.Main");
  }

  private List<Path> sources(boolean module) throws IOException {
    List<Path> sources = new ArrayList<>();
    if (module) {
      sources.add(Files.writeString(folder.resolve("module-info.java"), MODULE));
    }
    Path main = Files.createDirectory(folder.resolve("shelf")).resolve("Main.java");
    sources.add(Files.writeString(main, MAIN));
    return sources;
  }

  /** A folder that is no package that anybody exports or opens. */
  private static Path withFiles(Path classes) throws IOException {
    Path files = Files.createDirectories(classes.resolve("orm/migrations/shelf"));
    Files.writeString(files.resolve("0001_create_book.sql"), """
        CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL) STRICT;
        -- orm: down
        DROP TABLE book;
        """);
    Files.writeString(
        files.resolve("0002_first_book.sql"), "INSERT INTO book VALUES (1, 'Max Havelaar');\n");
    return classes;
  }

  private Path jar(Path classes) {
    Path jar = folder.resolve("shelf.jar");
    int code = ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(
            System.out,
            System.err,
            "--create",
            "--file",
            jar.toString(),
            "-C",
            classes.toString(),
            ".");
    assertEquals(0, code);
    return jar;
  }
}
