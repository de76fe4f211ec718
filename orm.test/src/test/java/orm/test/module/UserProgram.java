package orm.test.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A program of a user's, compiled and run in a JVM of its own against what we ship. */
final class UserProgram {
  private final Path folder;
  private final String libraries;

  /** Works in a folder; skips the test if our modules have not been packaged. */
  UserProgram(Path folder) {
    this.folder = folder;
    this.libraries = ModulePath.jars().stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The jars of our modules and of what they need, as a path. */
  String libraries() {
    return libraries;
  }

  /** Compiles sources with the processor, without a warning; gives the folder of classes. */
  Path compile(String pathOption, List<Path> sources) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> options = List.of(
        "-Xlint:all,-processing,-requires-automatic",
        "-Werror",
        pathOption,
        libraries + File.pathSeparator + ModulePath.jar("jspecify"),
        "--processor-path",
        ModulePath.jar("orm.processor") + File.pathSeparator + ModulePath.jar("orm.api"),
        "-d",
        classes.toString());
    StringWriter messages = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      CompilationTask task = compiler.getTask(
          messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      assertTrue(task.call(), messages::toString);
    }
    return classes;
  }

  /** Runs a program; gives what it printed. */
  String run(String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = new ProcessBuilder(Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.io.tmpdir=" + folder),
                Stream.of(arguments))
            .toList())
        .directory(folder.toFile())
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
