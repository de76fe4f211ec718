package orm.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.Nullable;

/** One run of a compiler with the processor. */
final class Compilation {
  /** The compilers that users have. */
  enum Compiler {
    JAVAC,
    ECJ
  }

  private final Compiler compiler;
  private final Path output;
  private final List<Path> classPath = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private boolean onModulePath;

  /**
   * Prepares a run.
   *
   * @param compiler the compiler
   * @param output an empty folder for classes and generated sources
   */
  Compilation(Compiler compiler, Path output) {
    this.compiler = compiler;
    this.output = output;
    classPath.addAll(testPath("orm.api"));
    classPath.addAll(testPath("jspecify"));
    classPath.addAll(testPath("jakarta.validation-api"));
    classPath.addAll(testPath("org.osgi.service.component.annotations"));
    classPath.addAll(testPath("osgi.annotation"));
  }

  /** Takes everything away that users may lack. */
  Compilation withApiOnly() {
    classPath.clear();
    classPath.addAll(testPath("orm.api"));
    return this;
  }

  /** Adds classes that were compiled before. */
  Compilation with(Path classes) {
    classPath.add(0, classes);
    return this;
  }

  Compilation withOptions(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Adds another processor, which runs first. */
  Compilation with(Processor processor) {
    processors.add(processor);
    return this;
  }

  /** Compiles a module that sees nothing but this jar. */
  Compilation onModulePath(Path jar) {
    onModulePath = true;
    classPath.clear();
    classPath.add(jar);
    return this;
  }

  /** Every entry of the test's class path whose file or folder is named so. */
  static List<Path> testPath(String part) {
    List<Path> found = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains(File.separator + part))
        .filter(entry -> !entry.contains("orm.processor" + File.separator))
        .map(Path::of)
        .toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("the class path of the test lacks " + part);
    }
    return found;
  }

  /** What came of it. */
  record Result(
      SortedMap<String, String> generated, List<Message> messages, Path classes, String output) {

    List<Message> errors() {
      return messages.stream().filter(it -> it.kind() == Diagnostic.Kind.ERROR).toList();
    }

    Result expectSuccess() {
      if (!messages.isEmpty()) {
        throw new AssertionError(
            messages.stream().map(Message::toString).collect(Collectors.joining("\n")) + output);
      }
      return this;
    }
  }

  /** What a compiler said. */
  record Message(Diagnostic.Kind kind, String file, long line, String text) {
    @Override
    public String toString() {
      return kind + " " + file + ":" + line + " " + text;
    }
  }

  /**
   * Compiles.
   *
   * @param sources source text by file name, such as {@code shop/Book.java}
   */
  Result run(Map<String, String> sources) {
    JavaCompiler tool =
        compiler == Compiler.JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Path classes = output.resolve("classes");
    Path generated = output.resolve("generated");
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      Files.createDirectories(classes);
      Files.createDirectories(generated);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      files.setLocationFromPaths(
          onModulePath ? StandardLocation.MODULE_PATH : StandardLocation.CLASS_PATH, classPath);
      JavaCompiler.CompilationTask task = tool.getTask(
          messages,
          files,
          diagnostics,
          allOptions(),
          null,
          files.getJavaFileObjectsFromPaths(write(sources, output.resolve("sources"))));
      processors.add(new EntityProcessor());
      task.setProcessors(processors);
      task.call();
      return new Result(
          read(generated),
          diagnostics.getDiagnostics().stream().map(Compilation::message).toList(),
          classes,
          messages.toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<String> allOptions() {
    List<String> all = new ArrayList<>(List.of("--release", "17", "-parameters"));
    all.addAll(
        compiler == Compiler.JAVAC
            ? List.of("-Xlint:all,-processing")
            : List.of("-warn:"
                + "+raw,unchecked,unused,unusedImport,unusedPrivate,unusedLocal,unusedTypeArgs,null,"
                + "nullDereference,deprecation,removal,dep-ann,finalBound,warningToken,serial"));
    all.addAll(options);
    return all;
  }

  private static Message message(Diagnostic<? extends JavaFileObject> diagnostic) {
    @Nullable JavaFileObject source = diagnostic.getSource();
    String path = source == null ? "" : source.toUri().getPath();
    return new Message(
        diagnostic.getKind(),
        path.substring(path.lastIndexOf('/') + 1),
        diagnostic.getLineNumber(),
        diagnostic.getMessage(Locale.ROOT));
  }

  /** Writes texts into a folder, since ECJ reads files only. */
  static List<Path> write(Map<String, String> texts, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, text.getValue());
      files.add(file);
    }
    return files;
  }

  /** Reads a folder: relative names with slashes, and texts. */
  static SortedMap<String, String> read(Path folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        texts.put(name, Files.readString(file));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return texts;
  }
}
