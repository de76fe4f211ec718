package orm.itest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** The jar of a bundle once more, a little different. */
final class BundleCopy {
  private static final String REFERENCE = "reference:";

  private final byte[] jar;
  private final Version version;

  private BundleCopy(byte[] jar, Version version) {
    this.jar = jar;
    this.version = version;
  }

  /** A copy whose version is behind that of the bundle by so many micro steps. */
  static BundleCopy of(Bundle bundle, int steps) throws IOException {
    Version now = bundle.getVersion();
    Version later = new Version(now.getMajor(), now.getMinor(), now.getMicro() + steps);
    return of(bundle, Map.of(Constants.BUNDLE_VERSION, later.toString()), later, name -> true);
  }

  /** A copy of the same version under another name. */
  static BundleCopy twin(Bundle bundle) throws IOException {
    String name = bundle.getSymbolicName() + ".twin";
    return of(
        bundle, Map.of(Constants.BUNDLE_SYMBOLICNAME, name), bundle.getVersion(), part -> true);
  }

  /** A later version that lacks what it needs to connect. */
  static BundleCopy broken(Bundle bundle) throws IOException {
    Version later = new Version(bundle.getVersion().getMajor(), 99, 0);
    return of(
        bundle,
        Map.of(Constants.BUNDLE_VERSION, later.toString()),
        later,
        name -> !name.endsWith("Connector.class"));
  }

  private static BundleCopy of(
      Bundle bundle, Map<String, String> headers, Version version, Predicate<String> parts)
      throws IOException {
    String location = bundle.getLocation();
    URI uri = URI.create(
        location.startsWith(REFERENCE) ? location.substring(REFERENCE.length()) : location);
    try (JarInputStream in = new JarInputStream(uri.toURL().openStream())) {
      Manifest manifest = in.getManifest();
      headers.forEach(manifest.getMainAttributes()::putValue);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
          if (parts.test(entry.getName())) {
            out.putNextEntry(new JarEntry(entry.getName()));
            in.transferTo(out);
          }
        }
      }
      return new BundleCopy(bytes.toByteArray(), version);
    }
  }

  Version version() {
    return version;
  }

  InputStream open() {
    return new ByteArrayInputStream(jar);
  }
}
