package orm.example.tour;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** The jar of a bundle once more, with a higher version: what an update would bring. */
final class BundleCopy {

  private static final String REFERENCE = "reference:";

  private BundleCopy() {}

  static InputStream newer(Bundle bundle) throws IOException {
    Version now = bundle.getVersion();
    Version next = new Version(now.getMajor(), now.getMinor(), now.getMicro() + 1);
    String location = bundle.getLocation();
    URI jar = URI.create(
        location.startsWith(REFERENCE) ? location.substring(REFERENCE.length()) : location);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarInputStream in = new JarInputStream(jar.toURL().openStream())) {
      Manifest manifest = in.getManifest();
      manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, next.toString());
      try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
          out.putNextEntry(new JarEntry(entry.getName()));
          in.transferTo(out);
        }
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
