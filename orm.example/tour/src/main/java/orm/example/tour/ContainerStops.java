package orm.example.tour;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import orm.api.Database;
import orm.api.migration.MigrationInfo;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationPlan;
import orm.api.migration.MigrationReport;
import orm.api.migration.MigrationState;
import orm.api.migration.Migrations;
import orm.api.migration.Undo;
import orm.api.model.EntityModule;
import orm.api.model.EntityTable;
import orm.example.catalog.Catalog;
import orm.example.orders.Orders;
import orm.spi.dialect.Dialect;

/** What comes and goes: plugins, a database, bundles, tables. */
final class ContainerStops {

  private static final String CATALOG = "orm.example.catalog";
  private static final String ORDERS = "orm.example.orders";
  private static final String MIGRATED =
      "(&" + Tour.FILTER + "(schema.catalog=*)(schema.orders=*))";

  private final Container container;

  ContainerStops(Container container) {
    this.container = container;
  }

  void plugins(Guide guide) {
    guide.say("This is " + container.framework() + ". Each kind of database is a bundle, which"
        + " offers its dialect as a service:");
    List<List<String>> rows = new ArrayList<>();
    for (ServiceReference<Dialect> service : container.services(Dialect.class, null)) {
      Dialect dialect = container.get(service);
      Bundle bundle = service.getBundle();
      rows.add(List.of(
          dialect.name(),
          bundle.getSymbolicName(),
          bundle.getVersion().toString(),
          dialect.urlExample()));
    }
    guide.table(rows);
    guide.check(
        "the dialect of SQLite is there", rows.stream().anyMatch(row -> row.contains("sqlite")));
  }

  void database(Guide guide) throws Exception {
    Path file = container.folder().resolve("tour.db");
    guide.say("A configuration orm.database~tour says where the file of a new database is, and that"
        + " whatever migrations come are to run:");
    guide.table(List.of(
        List.of("name = " + Tour.DATABASE),
        List.of("url = jdbc:sqlite:" + file),
        List.of("migrate = apply")));
    container.spareOtherDatabases();
    container.configure(
        "orm.database",
        "tour",
        Map.of("name", Tour.DATABASE, "url", "jdbc:sqlite:" + file, "migrate", "apply"));
    Database database = container.await(Database.class, Tour.FILTER);
    ServiceReference<Database> service =
        container.services(Database.class, Tour.FILTER).get(0);
    guide.say("The engine opens it, and offers a service with these properties:");
    guide.table(Stream.of(service.getPropertyKeys())
        .filter(key -> key.startsWith("orm."))
        .sorted()
        .map(key -> List.of(key + " = " + service.getProperty(key)))
        .toList());
    guide.check("the database is open", database.dialect().equals("sqlite"));
    guide.check("its file is there", Files.exists(file));
  }

  void bundles(Guide guide) throws Exception {
    guide.say("Two bundles are started now. Their services ask for the database main, but a"
        + " configuration turns them to ours:");
    for (String component : List.of(CATALOG, ORDERS)) {
      guide.table(List.of(List.of(component + ": database.target = " + Tour.FILTER)));
      container.configure(component, Map.of("database.target", Tour.FILTER));
      container.start(component);
    }
    container.await(Catalog.class, null);
    container.await(Orders.class, null);
    guide.say("These services are there now, and these bundles use them:");
    List<List<String>> rows = new ArrayList<>();
    for (Class<?> type :
        List.of(EntityModule.class, Catalog.class, Orders.class, Database.class, Dialect.class)) {
      for (ServiceReference<?> service : container.services(type, null)) {
        rows.add(List.of(
            type.getSimpleName(),
            Objects.toString(service.getProperty(property(type)), ""),
            "by " + service.getBundle().getSymbolicName(),
            "for " + users(service).stream().sorted().collect(joining(", "))));
      }
    }
    guide.table(rows);
    guide.check(
        "both bundles use the database of the tour",
        users(container.services(Database.class, Tour.FILTER).get(0))
            .containsAll(Set.of(CATALOG, ORDERS)));
    guide.check(
        "each bundle says which tables are its own",
        modules().stream()
            .map(EntityModule::name)
            .collect(toSet())
            .containsAll(Set.of("catalog", "orders")));
  }

  private static String property(Class<?> type) {
    return type == Database.class ? "orm.database" : "orm.dialect";
  }

  private static Set<String> users(ServiceReference<?> service) {
    Bundle[] bundles = service.getUsingBundles();
    return bundles == null
        ? Set.of("nobody")
        : Arrays.stream(bundles).map(Bundle::getSymbolicName).collect(toSet());
  }

  private List<EntityModule> modules() {
    return container.services(EntityModule.class, null).stream()
        .filter(service -> List.of(CATALOG, ORDERS).contains(service.getBundle().getSymbolicName()))
        .map(container::get)
        .toList();
  }

  void migrations(Guide guide) {
    Database database = container.await(Database.class, MIGRATED);
    guide.say(
        "Each bundle brings its tables as SQL files with a way up and a way down. They ran when"
            + " the bundles came, those of the catalog first, which the orders require:");
    List<MigrationInfo> ran = database.migrations().status().migrations();
    guide.table(ran.stream()
        .map(one -> List.of(
            one.module(), one.id(), one.name(), one.state().name().toLowerCase(Locale.ROOT)))
        .toList());
    guide.check(
        "all " + ran.size() + " are applied",
        ran.size() == 4 && ran.stream().allMatch(one -> one.state() == MigrationState.APPLIED));
    guide.say("The database says where each module stands, and components may wait for it:");
    ServiceReference<Database> service =
        container.services(Database.class, Tour.FILTER).get(0);
    guide.table(Stream.of("schema.catalog", "schema.orders")
        .map(key -> List.of(key + " = " + service.getProperty(key)))
        .toList());
    guide.check(
        "a filter finds the database where the catalog stands at 3 or above",
        container
                    .services(Database.class, "(&" + Tour.FILTER + "(schema.catalog>=3))")
                    .size()
                == 1
            && container
                .services(Database.class, "(&" + Tour.FILTER + "(schema.catalog>=4))")
                .isEmpty());
    guide.check(
        "the tables are what the records say", database.migrations().diff().isEmpty());
    List<EntityTable<?, ?>> tables =
        modules().stream().flatMap(module -> module.tables().stream()).toList();
    guide.check(
        "all " + tables.size() + " are there, and empty",
        tables.size() == 6
            && tables.stream().allMatch(table -> database.from(table).count() == 0));
  }

  void undo(Guide guide) {
    Migrations migrations = container.await(Database.class, MIGRATED).migrations();
    guide.say("The last one is undone. What would run can be read before:");
    MigrationPlan plan = migrations.planUndo(Undo.last(1), MigrationOptions.defaults());
    plan.migrations().forEach(one -> one.steps().forEach(step -> guide.sql(step.sql())));
    migrations.undo(Undo.last(1), MigrationOptions.defaults());
    guide.check(
        "the tables of the orders are gone, those of the catalog are not",
        names(migrations).equals(List.of("author", "book", "review")));
    MigrationReport again = migrations.apply();
    guide.check(
        "one migration makes them again",
        again.ran().size() == 1
            && names(migrations)
                .equals(List.of("author", "book", "customer", "order_line", "orders", "review")));
    guide.check("and now nothing waits", migrations.apply().ran().isEmpty());
  }

  private static List<String> names(Migrations migrations) {
    return migrations.catalog().tables().stream()
        .map(table -> table.name().name())
        .sorted()
        .toList();
  }

  void leave(Guide guide) throws Exception {
    container.close();
    guide.say("The bundles are stopped, and their configurations are deleted.");
    guide.check(
        "the services of the two bundles have gone",
        Stream.of(Catalog.class, Orders.class, EntityModule.class)
            .flatMap(type -> container.services(type, null).stream())
            .map(service -> Objects.toString(service.getBundle()))
            .noneMatch(bundle -> bundle.contains("orm.example")));
    guide.check(
        "so has the database", container.services(Database.class, Tour.FILTER).isEmpty());
    guide.check("so have its files", !Files.exists(container.folder()));
  }
}
