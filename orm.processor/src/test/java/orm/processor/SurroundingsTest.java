package orm.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orm.processor.Compilation.Compiler;

/** What is written depends on what the user has on the class path or module path. */
class SurroundingsTest {
  private static final Map<String, String> SHOP =
      Map.of("demo/Box.java", """
      package demo;

      import java.util.Optional;
      import orm.api.annotation.*;
      import orm.api.model.Ref;

      @Entity
      public record Box(
          @Id @Generated Optional<Long> id, String label, Optional<Ref<Box>> inside, @Json Note note) {
        public record Note(String text) {}
      }
      """, "demo/package-info.java", """
      @orm.api.annotation.Module(name = "demo", entities = Box.class)
      package demo;
      """);

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Compiler.class)
  void nothingIsNeededBesidesTheApi(Compiler compiler) {
    SortedMap<String, String> written = new Compilation(compiler, folder)
        .withApiOnly()
        .withOptions(compiler == Compiler.JAVAC ? "-Werror" : "-warn:+unused")
        .run(SHOP)
        .expectSuccess()
        .generated();
    written.forEach((name, text) -> {
      assertFalse(text.contains("jspecify"), name);
      assertFalse(text.contains("osgi"), name);
    });
  }

  @Test
  void aModuleNeedsNotReadTheCompiler() throws IOException {
    Map<String, String> sources = new TreeMap<>(SHOP);
    sources.put("module-info.java", "module demo { requires orm.api; exports demo; }");
    Path api = folder.resolve("orm.api.jar");
    jar(Compilation.testPath("orm.api").get(0), api);
    SortedMap<String, String> written = new Compilation(Compiler.JAVAC, folder)
        .onModulePath(api)
        .withOptions("-Xlint:-requires-automatic,-exports")
        .run(sources)
        .expectSuccess()
        .generated();
    assertFalse(String.valueOf(written.get("demo/Box_.java")).contains("@Generated"));
  }

  @Test
  void theModuleIsNamedForTheServiceLoader() throws IOException {
    Path classes =
        new Compilation(Compiler.JAVAC, folder).run(SHOP).expectSuccess().classes();
    assertEquals(
        "demo.DemoModule\n",
        Files.readString(classes.resolve("META-INF/services/orm.api.model.EntityModule")));
  }

  @Test
  void recordsMayWaitForWhatAnotherProcessorWrites() {
    Map<String, String> sources =
        Map.of("demo/Late.java", """
        package demo;

        import orm.api.annotation.*;
        import orm.api.model.Ref;

        @Entity
        public record Late(@Id int id, Mood mood, Ref<Target> target) {}
        """, "demo/LateCard.java", """
        package demo;

        import orm.api.annotation.*;

        @Projection(Late.class)
        public record LateCard(int id, @Path("target.id") int target) {}
        """, "demo/TargetCard.java", """
        package demo;

        import orm.api.annotation.*;

        @Projection(Target.class)
        public record TargetCard(int id) {}
        """);
    SortedMap<String, String> written = new Compilation(Compiler.JAVAC, folder)
        .with(new Writer())
        .run(sources)
        .expectSuccess()
        .generated();
    assertTrue(written.containsKey("demo/Late_.java"));
    assertTrue(written.containsKey("demo/Target_.java"));
    assertTrue(written.containsKey("demo/LateCard_.java"));
    assertTrue(written.containsKey("demo/TargetCard_.java"));
  }

  @Test
  void twoHundredEntitiesAreNoTrouble() {
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      StringBuilder record = new StringBuilder("package demo;\n\nimport orm.api.annotation.*;\n"
          + "import orm.api.model.Ref;\n\n@Entity\npublic record E" + i + "(@Id int id");
      for (int j = 0; j < 18; j++) {
        record.append(", String text").append(j);
      }
      record.append(", Ref<E").append((i * 7 + 1) % 200).append("> other) {}\n");
      sources.put("demo/E" + i + ".java", record.toString());
    }
    assertEquals(
        200,
        new Compilation(Compiler.JAVAC, folder)
            .run(sources)
            .expectSuccess()
            .generated()
            .size());
  }

  private static void jar(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      Files.copy(from, to);
      return;
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", "orm.api");
    try (OutputStream file = Files.newOutputStream(to);
        JarOutputStream jar = new JarOutputStream(file, manifest);
        Stream<Path> classes = Files.walk(from)) {
      List<Path> files = classes.filter(it -> it.toString().endsWith(".class")).toList();
      for (Path entry : files) {
        jar.putNextEntry(new JarEntry(from.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, jar);
      }
    }
  }

  /** Writes an enum and an entity. */
  private static final class Writer extends AbstractProcessor {
    private boolean done;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        write("demo.Mood", "package demo; public enum Mood { GOOD }");
        write(
            "demo.Target",
            "package demo; import orm.api.annotation.*; @Entity public record Target(@Id int id) {}");
      }
      return false;
    }

    private void write(String name, String text) {
      try (java.io.Writer writer =
          processingEnv.getFiler().createSourceFile(name).openWriter()) {
        writer.write(text);
      } catch (IOException failed) {
        throw new java.io.UncheckedIOException(failed);
      }
    }
  }
}
