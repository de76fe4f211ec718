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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the README, compiled and run in a JVM of its own, as a new user would. */
class ApplicationTest {
  private static final String MODULE =
      "module shop { requires orm.api; requires static org.jspecify; }\n";
  private static final Pattern BLOCK =
      Pattern.compile("```java\n// (\\S+)\n(.*?)```", Pattern.DOTALL);
  private static final String OUTPUT = "true\nORM-2108\n[Max Havelaar]\n1";

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
    Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
    Path classes = compile("--module-path", module);

    assertEquals(
        OUTPUT,
        run(
            "--module-path",
            classes + File.pathSeparator + libraries,
            "--module",
            "shop/shop.Main"));
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    Path classes = compile("--class-path");

    assertEquals(
        OUTPUT, run("--class-path", classes + File.pathSeparator + libraries, "shop.Main"));
  }

  private Path compile(String pathOption, Path... more) throws IOException {
    List<Path> sources = new ArrayList<>(List.of(more));
    Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
    while (block.find()) {
      Path source = folder.resolve(block.group(1));
      Files.createDirectories(source.getParent());
      sources.add(Files.writeString(source, block.group(2)));
    }
    assertEquals(2 + more.length, sources.size(), "the README shows a record and a program");
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

  private String run(String... arguments) throws Exception {
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
