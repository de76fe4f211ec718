package orm.dist;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Where a container lies: one folder, or a single jar.
 *
 * @param program the folder of what is shipped
 * @param home the folder of what belongs to the user: configurations, deployed bundles, data
 */
record Installation(Path program, Path home) {

  /** What a single jar has the container below. */
  private static final String PACKED = "container/";

  /**
   * Finds the container that this class belongs to. One in a single jar is unpacked; without a
   * {@code -Dorm.home} it has no configurations and keeps nothing.
   *
   * @param work an empty folder for this run
   */
  static Installation find(Path work) throws IOException {
    String named = System.getProperty("orm.home");
    Path program = work.resolve("program");
    if (!unpack(program)) {
      Path home = Path.of(named == null ? "." : named).toRealPath();
      return new Installation(home, home);
    }
    return new Installation(program, named == null ? program : Path.of(named).toRealPath());
  }

  private static boolean unpack(Path target) throws IOException {
    CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return false;
    }
    Path file;
    try {
      file = Path.of(source.getLocation().toURI());
    } catch (URISyntaxException odd) {
      throw new IOException("Cannot read " + source.getLocation(), odd);
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      List<JarEntry> packed =
          jar.stream().filter(entry -> entry.getName().startsWith(PACKED)).toList();
      for (JarEntry entry : packed) {
        Path unpacked = target.resolve(entry.getName().substring(PACKED.length()));
        if (entry.isDirectory()) {
          Files.createDirectories(unpacked);
        } else {
          Files.createDirectories(unpacked.getParent());
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, unpacked);
          }
        }
      }
      return !packed.isEmpty();
    }
  }
}
