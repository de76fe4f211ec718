package orm.dist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A bundle that brings the module {@code notes}, as somebody else would build it. */
final class ModuleBundle {
  private static final String ACTIVATOR = """
      package notes;

      import org.osgi.framework.BundleActivator;
      import org.osgi.framework.BundleContext;
      import orm.api.migration.MigrationModule;

      public final class Activator implements BundleActivator {
        @Override
        public void start(BundleContext context) {
          context.registerService(
              MigrationModule.class, MigrationModule.of("notes", Activator.class), null);
        }

        @Override
        public void stop(BundleContext context) {}
      }
      """;

  private final Path folder;
  private final Map<String, String> migrations = new TreeMap<>();

  ModuleBundle(Path folder) {
    this.folder = folder;
  }

  /** Adds a migration to the versions to come. */
  ModuleBundle migration(String file, String sql) {
    migrations.put(file, sql);
    return this;
  }

  /**
   * Puts a version in a place at once, as a file manager does that first copies and then renames.
   */
  void build(String version, Path jar) throws IOException {
    Path classes = compile();
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", "notes");
    attributes.putValue("Bundle-Version", version);
    attributes.putValue("Bundle-Activator", "notes.Activator");
    attributes.putValue(
        "Import-Package", "org.osgi.framework,orm.api.migration;version=\"[1.0,2)\"");
    Path draft = folder.resolve("notes.draft");
    try (OutputStream file = Files.newOutputStream(draft);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      add(
          out,
          "notes/Activator.class",
          Files.readAllBytes(classes.resolve("notes/Activator.class")));
      for (Map.Entry<String, String> migration : migrations.entrySet()) {
        add(
            out,
            "orm/migrations/notes/" + migration.getKey(),
            migration.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }

  private Path compile() throws IOException {
    Path source = folder.resolve("notes/Activator.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, ACTIVATOR);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    StringWriter messages = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of(
          "--release",
          "17",
          "-proc:none",
          "-classpath",
          System.getProperty("java.class.path"),
          "-d",
          classes.toString());
      boolean compiled = compiler
          .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
          .call();
      assertTrue(compiled, messages::toString);
    }
    return classes;
  }

  /** A jar of the container that is installed, by the beginning of its name. */
  static Path shipped(Path home, String name) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("bundles"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .findFirst()
          .orElseThrow();
    }
  }
}
