package orm.test.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of two files, compiled and run in a JVM of its own, finds engine and dialect. */
class ApplicationTest {

  private static final String MODULE = "module app { requires orm.api; }\n";

  private static final String MAIN = """
      package app;

      import orm.api.Database;
      import orm.api.Orm;

      public final class Main {
        public static void main(String[] args) {
          try (Database database = Orm.open("jdbc:sqlite::memory:")) {
            System.out.println(database.dialect() + " " + Main.class.getModule().isNamed());
          }
        }
      }
      """;

  @TempDir
  Path folder;

  private String libraries = "";

  @BeforeEach
  void libraries() {
    libraries = ModulePath.jars().stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void runsOnTheModulePath() throws Exception {
    Path classes = compile(List.of("--module-path", libraries), "module-info.java", MODULE);

    assertEquals(
        "sqlite true",
        run("--module-path", classes + File.pathSeparator + libraries, "--module", "app/app.Main"));
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    Path classes =
        compile(List.of("--class-path", libraries), "Nothing.java", "class Nothing {}\n");

    assertEquals(
        "sqlite false", run("--class-path", classes + File.pathSeparator + libraries, "app.Main"));
  }

  private Path compile(List<String> path, String otherFile, String otherSource) throws IOException {
    Path classes = folder.resolve("classes");
    List<Path> sources = List.of(
        Files.writeString(folder.resolve("Main.java"), MAIN),
        Files.writeString(folder.resolve(otherFile), otherSource));
    List<String> options = new ArrayList<>(path);
    options.addAll(List.of("-d", classes.toString()));
    StringWriter messages = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      CompilationTask task = compiler.getTask(
          messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      assertTrue(task.call(), messages::toString);
    }
    return classes;
  }

  private String run(String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = new ProcessBuilder(Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.io.tmpdir=" + folder),
                Stream.of(arguments))
            .toList())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the program does not end");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(err));
    return Files.readString(out, StandardCharsets.UTF_8).strip();
  }
}
