package orm.example.tour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import orm.api.Database;
import orm.api.admin.DatabaseAdmin;

/** What the tour changes in the container; it is undone when this is closed. */
final class Container implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final BundleContext context;
  private final ConfigurationAdmin configurations;
  private final Path folder;

  /** The last change comes first. */
  private final Deque<Undo> undos = new ArrayDeque<>();

  private interface Undo {
    void run() throws BundleException, IOException;
  }

  Container(BundleContext context, ConfigurationAdmin configurations) throws IOException {
    this.context = context;
    this.configurations = configurations;
    String work = context.getProperty("orm.work");
    this.folder = work == null
        ? Files.createTempDirectory("tour-")
        : Files.createTempDirectory(Path.of(work), "tour-");
    undos.push(this::deleteFolder);
  }

  /** A folder that was empty when the tour began. */
  Path folder() {
    return folder;
  }

  String framework() {
    Bundle system = context.getBundle(0);
    return system.getSymbolicName() + " " + system.getVersion();
  }

  /** Makes one of several configurations of a kind. */
  void configure(String factoryPid, String name, Map<String, Object> properties)
      throws IOException {
    update(configurations.getFactoryConfiguration(factoryPid, name, "?"), properties);
  }

  /** Keeps the migrations of the bundles to come from the databases that others have configured. */
  void spareOtherDatabases() throws IOException {
    for (Configuration configuration : databases()) {
      Map<String, Object> properties =
          new HashMap<>(FrameworkUtil.asMap(configuration.getProperties()));
      properties.put("migrate", "off");
      update(configuration, properties);
    }
  }

  private List<Configuration> databases() throws IOException {
    try {
      Configuration @Nullable [] found =
          configurations.listConfigurations("(service.factoryPid=orm.database)");
      return found == null ? List.of() : List.of(found);
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("a constant filter", e);
    }
  }

  /** Makes the configuration of a component. */
  void configure(String pid, Map<String, Object> properties) throws IOException {
    update(configurations.getConfiguration(pid, "?"), properties);
  }

  private void update(Configuration configuration, Map<String, Object> properties)
      throws IOException {
    @Nullable Dictionary<String, Object> before = configuration.getProperties();
    undos.push(() -> {
      if (before == null) {
        configuration.delete();
      } else {
        configuration.update(before);
      }
    });
    configuration.update(FrameworkUtil.asDictionary(properties));
  }

  /** Starts a bundle that is installed. */
  void start(String symbolicName) throws BundleException {
    Bundle bundle = bundle(symbolicName);
    undos.push(bundle::stop);
    bundle.start(Bundle.START_TRANSIENT);
  }

  /** Stops a bundle that runs. */
  void stop(String symbolicName) throws BundleException {
    Bundle bundle = bundle(symbolicName);
    undos.push(() -> bundle.start(Bundle.START_TRANSIENT));
    bundle.stop(Bundle.STOP_TRANSIENT);
  }

  /** Starts a newer version of a bundle beside it. */
  Bundle startNewer(String symbolicName) throws BundleException, IOException {
    try (InputStream jar = BundleCopy.newer(bundle(symbolicName))) {
      Bundle newer = context.installBundle("tour:" + symbolicName, jar);
      undos.push(newer::uninstall);
      newer.start(Bundle.START_TRANSIENT);
      return newer;
    }
  }

  /** The oldest bundle of this name. */
  private Bundle bundle(String symbolicName) {
    for (Bundle bundle : context.getBundles()) {
      if (symbolicName.equals(bundle.getSymbolicName())) {
        return bundle;
      }
    }
    throw new IllegalStateException("Bundle " + symbolicName + " is not installed.");
  }

  /** The services of a type, the preferred one first. */
  <T> List<ServiceReference<T>> services(Class<T> type, @Nullable String filter) {
    try {
      Collection<ServiceReference<T>> found = context.getServiceReferences(type, filter);
      return found.stream().sorted(Comparator.reverseOrder()).toList();
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("a constant filter", e);
    }
  }

  <T> T get(ServiceReference<T> reference) {
    T service = context.getService(reference);
    if (service == null) {
      throw new IllegalStateException("The service " + reference + " has gone.");
    }
    return service;
  }

  /** Waits for a service: what brings it may still be starting. */
  <T> T await(Class<T> type, @Nullable String filter) {
    awaitTrue(
        "no service " + type.getName() + " has come",
        () -> !services(type, filter).isEmpty());
    return get(services(type, filter).get(0));
  }

  void awaitNone(Class<?> type, @Nullable String filter) {
    awaitTrue(
        "the service " + type.getName() + " has not gone",
        () -> services(type, filter).isEmpty());
  }

  /** Waits for something, for so long that nobody has to wait in vain. */
  static void awaitTrue(String otherwise, BooleanSupplier done) {
    long start = System.nanoTime();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new IllegalStateException("After 10 seconds " + otherwise + ".");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  /** Undoes every change, the last one first; a second call does nothing. */
  @Override
  public void close() throws BundleException, IOException {
    while (!undos.isEmpty()) {
      undos.pop().run();
    }
  }

  private void deleteFolder() throws IOException {
    awaitNone(Database.class, Tour.FILTER);
    awaitNone(DatabaseAdmin.class, Tour.FILTER); // goes when the connections are closed
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
