package orm.dist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The bundles of the examples folder, installed until this is closed.
 *
 * <p>One of them is the guide, who shows the others. It needs their classes, and so cannot be there
 * before them, as a command has to be: it is a service of a type that the JDK has.
 */
final class Examples implements AutoCloseable {

  private static final String FOLDER = "orm.examples";
  private static final String GUIDE = "orm.example.tour";
  private static final long PATIENCE_SECONDS = 10;

  private final BundleContext context;

  /** The last one comes first. */
  private final Deque<Bundle> installed = new ArrayDeque<>();

  Examples(BundleContext context) {
    this.context = context;
  }

  void install() throws BundleException, IOException {
    for (Path jar : jars()) {
      installed.addFirst(context.installBundle("reference:" + jar.toUri()));
    }
  }

  private List<Path> jars() throws IOException {
    String folder = context.getProperty(FOLDER);
    if (folder == null) {
      throw new IllegalStateException(
          "The framework property " + FOLDER + " does not name a folder of bundles.");
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Starts the guide, who starts the other bundles when it comes to them. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
  Consumer<PrintStream> guide() throws BundleException {
    for (Bundle bundle : installed) {
      if (GUIDE.equals(bundle.getSymbolicName())) {
        bundle.start(Bundle.START_TRANSIENT);
      }
    }
    try {
      Collection<ServiceReference<Consumer>> guides =
          context.getServiceReferences(Consumer.class, "(" + GUIDE + "=true)");
      for (ServiceReference<Consumer> reference : guides) {
        Consumer<PrintStream> guide = context.getService(reference);
        if (guide != null) {
          return guide;
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("a constant filter", e);
    }
    throw new IllegalStateException(
        "Bundle " + GUIDE + " is not among the examples, or did not start.");
  }

  @Override
  public void close() throws BundleException {
    List<Bundle> bundles = List.copyOf(installed);
    for (Bundle bundle : bundles) {
      bundle.uninstall();
    }
    // Otherwise their classes would stay, and the next tour would meet these instead of its own.
    CountDownLatch refreshed = new CountDownLatch(1);
    context
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(FrameworkWiring.class)
        .refreshBundles(bundles, event -> refreshed.countDown());
    try {
      if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The classes of the examples are not gone yet.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
