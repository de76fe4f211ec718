package orm.dist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;

/** Reports jars that nobody can do anything with, as File Install passes them over in silence. */
final class DeployedJars {
  private DeployedJars() {}

  static void report(Path folder, PrintStream err) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> jars;
    try (Stream<Path> files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : jars) {
      String problem = problem(jar);
      if (problem != null) {
        err.println(jar + " is not installed: " + problem);
      }
    }
  }

  private static @Nullable String problem(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      boolean isBundle = manifest != null
          && manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null;
      return isBundle
          ? null
          : "it is a jar but no bundle, its manifest has no " + Constants.BUNDLE_SYMBOLICNAME;
    } catch (IOException unreadable) {
      return "it cannot be read as a jar (" + unreadable.getMessage() + ")";
    }
  }
}
