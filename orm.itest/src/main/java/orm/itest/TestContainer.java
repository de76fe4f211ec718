package orm.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;
import orm.api.Database;
import orm.test.database.PostgresServer;

/**
 * The container of a test: gives it databases by configuration, and afterwards takes every
 * configuration away and starts every bundle of ours again that was stopped.
 */
final class TestContainer implements BeforeEachCallback, AfterEachCallback {
  static final String FACTORY = "orm.database";

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final BundleContext context =
      FrameworkUtil.getBundle(TestContainer.class).getBundleContext();
  private final List<Configuration> configurations = new ArrayList<>();
  private final List<ServiceWatch<?>> watches = new ArrayList<>();

  @Override
  public void beforeEach(ExtensionContext test) {
    NAMES.incrementAndGet();
  }

  @Override
  public void afterEach(ExtensionContext test) throws Exception {
    for (Configuration configuration : configurations) {
      delete(configuration);
    }
    awaitDeletion();
    for (ServiceWatch<?> watch : watches) {
      watch.close();
    }
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getSymbolicName().startsWith("orm.")) {
        bundle.start();
      }
    }
  }

  /**
   * Configuration Admin tells of changes one after the other: who has heard of a later one knows
   * that the databases are closed, and that their files may go.
   */
  private void awaitDeletion() throws IOException, InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    String last = "orm.itest.last." + NAMES.get();
    ServiceRegistration<ConfigurationListener> listener = context.registerService(
        ConfigurationListener.class,
        event -> {
          if (event.getPid().equals(last)) {
            heard.countDown();
          }
        },
        null);
    try {
      ConfigurationAdmin admin =
          context.getService(context.getServiceReference(ConfigurationAdmin.class));
      admin.getConfiguration(last, "?").update(FrameworkUtil.asDictionary(Map.of("last", true)));
      if (!heard.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("configurations were not deleted in time");
      }
      admin.getConfiguration(last, "?").delete();
    } finally {
      listener.unregister();
    }
  }

  BundleContext context() {
    return context;
  }

  /** A name for a database that no other test has. */
  String name(String word) {
    return word + NAMES.get();
  }

  Configuration configure(Map<String, ?> properties) {
    ServiceReference<ConfigurationAdmin> reference =
        context.getServiceReference(ConfigurationAdmin.class);
    try {
      // Without a location a configuration would belong to the bundle that made it.
      Configuration configuration =
          context.getService(reference).createFactoryConfiguration(FACTORY, "?");
      configurations.add(configuration);
      configuration.update(FrameworkUtil.asDictionary(Map.copyOf(properties)));
      return configuration;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void update(Configuration configuration, Map<String, ?> properties) throws IOException {
    configuration.update(FrameworkUtil.asDictionary(Map.copyOf(properties)));
  }

  private static void delete(Configuration configuration) throws IOException {
    try {
      configuration.delete();
    } catch (IllegalStateException deletedByTheTest) {
      return;
    }
  }

  /** How to reach a new, empty database in PostgreSQL. */
  Map<String, Object> postgres(String name) {
    URI url = URI.create(PostgresServer.newDatabase().substring("jdbc:".length()));
    Map<String, Object> properties = new HashMap<>();
    properties.put("name", name);
    properties.put("dialect", "postgres");
    properties.put("host", url.getHost());
    properties.put("port", url.getPort() < 0 ? 5432 : url.getPort());
    properties.put("database", url.getPath().substring(1));
    // The embedded server trusts everybody, whatever the password.
    properties.put(".password", "Sesam-öffne-dich");
    for (String parameter : url.getQuery().split("&", -1)) {
      int equals = parameter.indexOf('=');
      switch (parameter.substring(0, equals)) {
        case "user" -> properties.put("user", parameter.substring(equals + 1));
        case "password" -> properties.put(".password", parameter.substring(equals + 1));
        default -> throw new IllegalStateException("unexpected in the URL: " + parameter);
      }
    }
    return properties;
  }

  ServiceWatch<Database> watch(String name) {
    return watch(Database.class, "(orm.database=" + name + ")");
  }

  <S> ServiceWatch<S> watch(Class<S> type, String filter) {
    ServiceWatch<S> watch = new ServiceWatch<>(context, type, filter);
    watches.add(watch);
    return watch;
  }

  Bundle bundle(String name) {
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getSymbolicName().equals(name)) {
        return bundle;
      }
    }
    throw new AssertionError("there is no bundle " + name);
  }

  /** The threads that work for a database. */
  static List<String> threads(String database) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.contains(database))
        .sorted()
        .toList();
  }
}
