package orm.test.guide;

import jakarta.validation.Valid;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import orm.api.Database;

/** Compiles as a user's build does who wants no warnings: against the API alone. */
public final class UserCompiler {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final Path API = placeOf(Database.class);

  private final Path folder;
  private final Path classes;

  /** Works in an empty folder. */
  public UserCompiler(Path folder) throws IOException {
    this.folder = folder;
    this.classes = Files.createDirectories(folder.resolve("classes"));
  }

  /** Where the classes are. */
  public Path classes() {
    return classes;
  }

  /** Compiles sources, by their paths, with the annotation processor; gives what javac says. */
  public String compile(Map<String, String> sources) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path path = folder.resolve(source.getKey());
      Files.createDirectories(path.getParent());
      paths.add(Files.writeString(path, source.getValue()));
    }
    return javac(
        paths,
        "-Xlint:all,-processing",
        "-Werror",
        "--processor-path",
        path(placeOf("orm.processor.EntityProcessor"), API),
        "-d",
        classes.toString());
  }

  /** Tries one source against what was compiled, and leaves nothing; gives what javac says. */
  String attempt(String name, String source) throws IOException {
    Path attempts = Files.createDirectories(folder.resolve("attempts"));
    Path file = Files.writeString(attempts.resolve(name + ".java"), source);
    return javac(List.of(file), "-proc:none", "-Xlint:all", "-d", attempts.toString());
  }

  private String javac(List<Path> sources, String... options) throws IOException {
    StringWriter messages = new StringWriter();
    List<String> all = Stream.concat(
            Stream.of(
                "-encoding",
                "UTF-8",
                "--release",
                "17",
                "--class-path",
                path(API, placeOf(NullMarked.class), placeOf(Valid.class), classes)),
            Stream.of(options))
        .toList();
    try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null)) {
      boolean done = JAVAC
          .getTask(messages, files, null, all, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
      return done ? "" : messages.toString();
    }
  }

  private static String path(Path... parts) {
    return Stream.of(parts).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path placeOf(String type) {
    try {
      return placeOf(Class.forName(type));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path placeOf(Class<?> type) {
    return Path.of(
        URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
