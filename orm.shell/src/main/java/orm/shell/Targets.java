package orm.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.api.Database;
import orm.api.DatabaseFactory;
import orm.api.admin.DatabaseAdmin;
import orm.api.config.DatabaseSettings;
import orm.api.migration.MigrationModule;
import orm.api.migration.Migrations;

/** Finds the database that the options of a command mean, or opens it for the command alone. */
@Component(service = Targets.class)
public final class Targets {
  private static final String NAME = "orm.database";
  private static final String DEFAULT = "main";

  private final BundleContext context;

  /** Called by the component runtime. */
  @Activate
  public Targets(BundleContext context) {
    this.context = context;
  }

  /** Work with what was found. */
  @FunctionalInterface
  interface Work<S> {
    void with(S service) throws IOException;
  }

  /** What happens to a database of a URL that is not there. */
  enum Missing {
    REFUSED,
    /** Where opening makes one; only those may that are to write. */
    MADE
  }

  /** Works with the migrations, which are there also while the database itself stays away. */
  void migrations(Options options, Missing missing, Work<? super Migrations> work)
      throws IOException {
    if (options.has("url")) {
      opened(options, missing, database -> work.with(database.migrations()));
    } else {
      requireNoUrl(options);
      configured(Migrations.class, options.value("database"), work);
    }
  }

  /** Works with the migrations of a database that is there. */
  void migrations(Options options, Work<? super Migrations> work) throws IOException {
    migrations(options, Missing.REFUSED, work);
  }

  void database(Options options, Missing missing, Work<? super Database> work) throws IOException {
    if (options.has("url")) {
      opened(options, missing, work);
    } else {
      requireNoUrl(options);
      configured(Database.class, options.value("database"), work);
    }
  }

  private static void requireNoUrl(Options options) {
    for (String only : List.of("user", "password-env", "password-file", "dir")) {
      if (options.has(only) && !options.has("against-url")) {
        throw new IllegalArgumentException("--" + only + " goes with --url.");
      }
    }
  }

  /** Works with a service of the database of this name, or of the only one. */
  <S> void configured(Class<S> type, Optional<String> name, Work<? super S> work)
      throws IOException {
    ServiceReference<S> reference = find(type, name);
    S service = context.getService(reference);
    if (service == null) {
      throw new IllegalStateException(
          "Database " + reference.getProperty(NAME) + " has gone in this moment; try again.");
    }
    try {
      work.with(service);
    } finally {
      context.ungetService(reference);
    }
  }

  /** Works with the service of each database, or only with that of the named one. */
  <S> void each(Class<S> type, Optional<String> name, Work<? super S> work) throws IOException {
    if (name.isPresent() || references(type).isEmpty()) {
      configured(type, name, work);
      return;
    }
    for (String one : new TreeSet<>(references(type).stream().map(Targets::name).toList())) {
      configured(type, Optional.of(one), work);
    }
  }

  private <S> ServiceReference<S> find(Class<S> type, Optional<String> wanted) {
    Collection<ServiceReference<S>> all = references(type);
    String name = wanted.orElseGet(() -> all.size() == 1 ? name(all.iterator().next()) : DEFAULT);
    return all.stream()
        .filter(reference -> name.equals(name(reference)))
        .max(ServiceReference::compareTo)
        .orElseThrow(() -> missing(type, name, all));
  }

  private <S> Collection<ServiceReference<S>> references(Class<S> type) {
    try {
      return context.getServiceReferences(type, "(" + NAME + "=*)");
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("a constant filter", e);
    }
  }

  private RuntimeException missing(
      Class<?> type, String name, Collection<? extends ServiceReference<?>> all) {
    boolean administered = type == DatabaseAdmin.class; // there as soon as it is configured
    boolean staysAway = !administered
        && references(Migrations.class).stream()
            .anyMatch(reference -> name.equals(name(reference)));
    if (staysAway) {
      return new IllegalStateException("Database " + name
          + " is not offered, because its schema does not fit; status shows why.");
    }
    return new IllegalArgumentException("There is no database " + name + "; "
        + (all.isEmpty()
            ? administered ? "none is configured." : "none is open. Configure one, or give --url."
            : "open: "
                + all.stream().map(Targets::name).sorted().collect(Collectors.joining(", "))
                + "."));
  }

  private static String name(ServiceReference<?> reference) {
    return ServiceProperties.text(reference, NAME);
  }

  private void opened(Options options, Missing missing, Work<? super Database> work)
      throws IOException {
    if (options.has("database")) {
      throw new IllegalArgumentException("Give --database or --url, not both.");
    }
    opened(options, options.value("url").orElseThrow(), missing, work);
  }

  /** Opens another database than the one that the options name first. */
  void other(Options options, String url, Work<? super Database> work) throws IOException {
    opened(options, url, Missing.REFUSED, work);
  }

  private void opened(Options options, String url, Missing missing, Work<? super Database> work)
      throws IOException {
    ServiceReference<DatabaseFactory> reference =
        context.getServiceReference(DatabaseFactory.class);
    DatabaseFactory factory = reference == null ? null : context.getService(reference);
    if (reference == null || factory == null) {
      throw new IllegalStateException("Nothing opens databases here; start the bundle orm.engine.");
    }
    List<MigrationModule> modules = modules(options);
    try (Database database = factory.open(
        settings(options, url, missing, modules),
        new DatabaseFactory.Plugins(Map.of(MigrationModule.class, modules), Clock.systemUTC()))) {
      work.with(database);
    } finally {
      context.ungetService(reference);
    }
  }

  private static DatabaseSettings settings(
      Options options, String url, Missing missing, List<MigrationModule> modules)
      throws IOException {
    DatabaseSettings.Builder settings =
        DatabaseSettings.builder().name(DatabaseSettings.withoutSecrets(url)).url(url);
    if (missing == Missing.REFUSED && makesFiles(url)) {
      settings.set("option.mode", "rw");
    }
    options.value("user").ifPresent(settings::user);
    String password = password(options, url);
    if (password != null) {
      settings.password(password);
    }
    if (!modules.isEmpty()) {
      settings.set(
          "migrate.modules",
          modules.stream().map(MigrationModule::name).collect(Collectors.joining(",")));
    }
    return settings.build();
  }

  /** SQLite makes a file of whatever name it is given, also of one that was mistyped. */
  private static boolean makesFiles(String url) {
    return url.startsWith("jdbc:sqlite:") && !url.contains("mode=") && !url.contains(":memory:");
  }

  private static @Nullable String password(Options options, String url) throws IOException {
    if (options.has("password-file")) {
      return Files.readString(Path.of(options.value("password-file").orElseThrow()))
          .stripTrailing();
    }
    if (options.has("password-env")) {
      String name = options.value("password-env").orElseThrow();
      String value = System.getenv(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "The environment has no variable " + name + " with a password.");
      }
      return value;
    }
    // a file asks for none, and would refuse it
    return url.contains("//") ? System.getenv("ORM_PASSWORD") : null;
  }

  private static List<MigrationModule> modules(Options options) {
    List<MigrationModule> modules = new ArrayList<>();
    for (String dir : options.values("dir")) {
      Path folder = Path.of(dir).toAbsolutePath().normalize();
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException("There is no folder " + folder + ".");
      }
      modules.add(MigrationModule.in(folder, folder.getFileName().toString()));
    }
    return modules;
  }
}
