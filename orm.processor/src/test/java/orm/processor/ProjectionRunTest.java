package orm.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orm.api.model.Shape;
import orm.api.model.Table;
import orm.processor.Compilation.Compiler;

/** Runs the classes of the projections that {@link GoldenTest} compares. */
class ProjectionRunTest {
  @TempDir
  Path folder;

  private Path classes;
  private final List<String> generated = new ArrayList<>();

  @BeforeEach
  void compile() {
    Path in = Path.of("src/test/resources/golden/projections/in");
    Compilation.Result result =
        new Compilation(Compiler.JAVAC, folder).run(Compilation.read(in)).expectSuccess();
    classes = result.classes();
    result
        .generated()
        .keySet()
        .forEach(file -> generated.add(file.replace(".java", "").replace('/', '.')));
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, ProjectionRunTest.class.getClassLoader());
  }

  @Test
  void everyShapeHasParts() throws Exception {
    List<String> shapes = new ArrayList<>();
    try (URLClassLoader loader = loader()) {
      for (String name : generated) {
        for (Field field : Class.forName(name, true, loader).getDeclaredFields()) {
          if (field.getName().equals("SHAPE")) {
            shapes.add(name);
            field.setAccessible(true);
            assertNotNull(parts((Shape<?, ?>) field.get(null)), name);
          }
        }
      }
    }
    assertFalse(shapes.isEmpty());
  }

  private static <E> Object parts(Shape<E, ?> shape) {
    Table<E> root = shape.root();
    return shape.at(root).reader();
  }

  /** A class that waited for one that waits for it would never come to an end. */
  @Test
  void classesCanBeUsedInAnyOrderByManyThreads() throws Exception {
    Random random = new Random(20_261_122);
    for (int round = 0; round < 20; round++) {
      ExecutorService threads = Executors.newFixedThreadPool(6);
      try (URLClassLoader loader = loader()) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          List<String> order = new ArrayList<>(generated);
          Collections.shuffle(order, random);
          all.add(threads.submit(() -> {
            for (String name : order) {
              Class.forName(name, true, loader);
            }
            return null;
          }));
        }
        for (Future<?> one : all) {
          one.get(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }
}
