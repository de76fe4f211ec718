package orm.dist;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.felix.fileinstall.ArtifactListener;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * Reports jars that nobody can do anything with, as File Install passes them over in silence.
 *
 * <p>An activator and no component, because it has to be there when File Install looks first.
 */
public final class DeployedJars implements BundleActivator, ArtifactListener {
  private static final System.Logger LOG = System.getLogger("orm.dist");

  /** When files were changed last that have been reported; File Install asks again and again. */
  private final Map<File, Long> reported = new ConcurrentHashMap<>();

  @Override
  public void start(BundleContext context) {
    var unused = context.registerService(ArtifactListener.class, this, null);
  }

  @Override
  public void stop(BundleContext context) {
    reported.clear();
  }

  @Override
  public boolean canHandle(File artifact) {
    if (artifact.getName().endsWith(".jar")) {
      String problem = problem(artifact);
      Long changed = artifact.lastModified();
      if (problem != null && !changed.equals(reported.put(artifact, changed))) {
        LOG.log(Level.WARNING, "{0} is not installed: {1}", artifact, problem);
      }
    }
    return false; // bundles have a listener of their own
  }

  private static @Nullable String problem(File artifact) {
    try (JarFile jar = new JarFile(artifact)) {
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
