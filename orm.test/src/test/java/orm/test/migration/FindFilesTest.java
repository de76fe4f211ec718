package orm.test.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.Orm;
import orm.api.config.DatabaseSettings;
import orm.api.migration.MigrationModule;

/** Files are found beside a class, wherever that comes from. */
class FindFilesTest {
  @TempDir
  Path folder;

  private static List<String> apply(MigrationModule module) {
    try (Database database = Orm.builder(DatabaseSettings.of("jdbc:sqlite::memory:"))
        .migrations(module)
        .open()) {
      List<String> ran =
          database.migrations().apply().ran().stream().map(one -> one.name()).toList();
      database.script("insert into found values (1)"); // the same database in memory
      assertEquals(List.of(), database.migrations().apply().ran());
      return ran;
    }
  }

  @Test
  void inFoldersOfTheClassPath() {
    assertEquals(List.of("found"), apply(MigrationModule.of("onpath", FindFilesTest.class)));
  }

  @Test
  void inAJarThatHasNoEntriesForFolders() throws Exception {
    Path jar = folder.resolve("module.jar");
    String type = Marker.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream bytes = FindFilesTest.class.getClassLoader().getResourceAsStream(type)) {
      assertTrue(bytes != null);
      put(out, type, bytes.readAllBytes());
      put(
          out,
          "orm/migrations/injar/0001_in_jar.sql",
          "create table found (id integer);".getBytes(StandardCharsets.UTF_8));
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Class<?> beside = loader.loadClass(Marker.class.getName());
      assertEquals(List.of("in jar"), apply(MigrationModule.of("injar", beside)));
    }
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  /** A class to be put into a jar. */
  static final class Marker {}
}
