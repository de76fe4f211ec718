package orm.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars that a test puts into the container. */
final class OddJars {
  private OddJars() {}

  /** Writes a bundle again, with another version. */
  static void version(Path bundle, String version, Path target) throws IOException {
    Path draft = Files.createTempFile("bundle", ".draft");
    try (JarFile jar = new JarFile(bundle.toFile())) {
      Manifest manifest = new Manifest(jar.getManifest());
      manifest.getMainAttributes().putValue("Bundle-Version", version);
      try (OutputStream file = Files.newOutputStream(draft);
          JarOutputStream out = new JarOutputStream(file, manifest)) {
        for (JarEntry entry : jar.stream().toList()) {
          if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            continue;
          }
          out.putNextEntry(new JarEntry(entry.getName()));
          try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(out);
          }
          out.closeEntry();
        }
      }
    }
    Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes a bundle that brings configurations and nothing else. */
  static void configurations(Path target, String json) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "shop.configuration");
    manifest
        .getMainAttributes()
        .putValue(
            "Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.configurator)\"");
    try (OutputStream file = Files.newOutputStream(target);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new JarEntry("OSGI-INF/configurator/databases.json"));
      out.write(json.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
  }

  /** Writes a jar that no container knows what to do with. */
  static void plain(Path target) throws IOException {
    try (OutputStream file = Files.newOutputStream(target);
        JarOutputStream out = new JarOutputStream(file, new Manifest())) {
      out.putNextEntry(new JarEntry("read.me"));
      out.closeEntry();
    }
  }
}
