package orm.test.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private UserProgram program;

  @BeforeEach
  void program() {
    program = new UserProgram(folder);
  }

  @Test
  void runsOnTheModulePath() throws Exception {
    Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
    Path classes = compile("--module-path", module);

    assertEquals(
        OUTPUT,
        program.run(
            "--module-path",
            classes + File.pathSeparator + program.libraries(),
            "--module",
            "shop/shop.Main"));
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    Path classes = compile("--class-path");

    assertEquals(
        OUTPUT,
        program.run(
            "--class-path", classes + File.pathSeparator + program.libraries(), "shop.Main"));
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
    return program.compile(pathOption, sources);
  }
}
