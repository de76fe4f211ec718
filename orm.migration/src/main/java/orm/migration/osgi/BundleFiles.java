package orm.migration.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import orm.migration.file.ClassPathFiles;
import orm.migration.file.ModuleFiles;

/** Finds files in the bundle of a class, and in the fragments attached to it. */
final class BundleFiles implements ModuleFiles {
  private final ModuleFiles elsewhere = new ClassPathFiles();

  @Override
  public Map<String, byte[]> find(Class<?> beside, String folder) throws IOException {
    Bundle bundle = FrameworkUtil.getBundle(beside);
    if (bundle == null) {
      return elsewhere.find(beside, folder);
    }
    Map<String, byte[]> found = new TreeMap<>();
    Enumeration<URL> entries = bundle.findEntries(folder, "*.sql", true);
    if (entries != null) {
      for (URL url : Collections.list(entries)) {
        try (InputStream in = url.openStream()) {
          String path = url.getPath();
          String inside = path.substring(Math.max(0, path.indexOf(folder)));
          found.put(
              bundle.getSymbolicName() + "-" + bundle.getVersion() + "/" + inside,
              in.readAllBytes());
        }
      }
    }
    return found;
  }
}
