package orm.dist;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * Reports jars that nobody can do anything with, when they come or change: File Install would pass
 * them over in silence. It handles none of them, as File Install would not look for another handler
 * when a bundle takes the place of such a jar. It is there before File Install looks into a folder,
 * and so not a component of Declarative Services.
 */
public final class DeployedJars implements BundleActivator, ArtifactInstaller {
  /** What was looked at, with the time of its last change: File Install asks again and again. */
  private final Map<File, Long> seen = new ConcurrentHashMap<>();

  @Override
  public void start(BundleContext context) {
    context.registerService(ArtifactInstaller.class, this, null);
  }

  @Override
  public void stop(BundleContext context) {
    // the framework takes the service away
  }

  @Override
  public boolean canHandle(File file) {
    if (file.getName().endsWith(".jar")) {
      long changed = file.lastModified();
      Long before = seen.put(file, changed);
      if (before == null || before != changed) {
        report(file);
      }
    }
    return false;
  }

  @Override
  public void install(File jar) {
    throw new UnsupportedOperationException(jar + " is not handled here");
  }

  @Override
  public void update(File jar) {
    throw new UnsupportedOperationException(jar + " is not handled here");
  }

  @Override
  public void uninstall(File jar) {
    throw new UnsupportedOperationException(jar + " is not handled here");
  }

  private static void report(File jar) {
    String problem = problem(jar);
    if (problem != null) {
      System.err.println(jar + " is not installed: " + problem);
    }
  }

  private static @Nullable String problem(File file) {
    try (JarFile jar = new JarFile(file)) {
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
