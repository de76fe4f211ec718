package orm.dist;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/**
 * Knows which databases are configured and which are open.
 *
 * <p>A database is opened by a thread of its own, so that the container starts at once also when a
 * server takes its time.
 */
final class ConfiguredDatabases {

  private static final String PID = "orm.database";

  private static final String ADMIN = "orm.api.admin.DatabaseAdmin";

  static final String DATABASE = "orm.api.Database";
  static final String MIGRATIONS = "orm.api.migration.Migrations";

  private final BundleContext context;
  private final ServiceComponentRuntime components;

  ConfiguredDatabases(BundleContext context, ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
  }

  /** The names of those that are expected to come with a service, and have not. */
  NavigableSet<String> missing(String service) {
    Set<String> kept = open(ADMIN).collect(Collectors.toSet());
    NavigableSet<String> names = components.getComponentDescriptionDTOs().stream()
        .filter(component -> Arrays.asList(component.configurationPid).contains(PID))
        .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
        // One whose configuration is wrong is active without a database, and none will come.
        .filter(database -> database.state == ComponentConfigurationDTO.SATISFIED
            || (database.state == ComponentConfigurationDTO.ACTIVE
                && kept.contains(name(database))))
        .map(ConfiguredDatabases::name)
        .collect(Collectors.toCollection(TreeSet::new));
    open(service).forEach(names::remove);
    return names;
  }

  private static String name(ComponentConfigurationDTO database) {
    return String.valueOf(database.properties.getOrDefault("name", "main"));
  }

  private Stream<String> open(String service) {
    try {
      ServiceReference<?>[] services = context.getAllServiceReferences(service, null);
      return services == null
          ? Stream.of()
          : Stream.of(services)
              .map(found -> Objects.toString(found.getProperty("orm.database"), ""));
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("no filter", e);
    }
  }
}
