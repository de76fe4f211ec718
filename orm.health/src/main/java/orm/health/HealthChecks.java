package orm.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import orm.api.admin.DatabaseAdmin;
import orm.api.migration.Migrations;

/**
 * Offers a check for each database and for the migrations of each, as long as they are there. They
 * are registered by hand, because there are as many as there are databases.
 */
@Component(service = {})
public final class HealthChecks {
  private static final String DATABASE = "orm.database";

  private final BundleContext context;
  private final Map<ServiceReference<?>, ServiceRegistration<HealthCheck>> checks =
      new ConcurrentHashMap<>();

  /** Called by the component runtime. */
  @Activate
  public HealthChecks(BundleContext context) {
    this.context = context;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addAdmin(ServiceReference<DatabaseAdmin> reference, DatabaseAdmin admin) {
    offer(reference, new DatabaseCheck(context, admin), "database");
  }

  void removeAdmin(ServiceReference<DatabaseAdmin> reference) {
    withdraw(reference);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addMigrations(ServiceReference<Migrations> reference, Migrations migrations) {
    offer(reference, new MigrationCheck(migrations), "migrations");
  }

  void removeMigrations(ServiceReference<Migrations> reference) {
    withdraw(reference);
  }

  private void offer(ServiceReference<?> reference, HealthCheck check, String of) {
    String name = String.valueOf(reference.getProperty(DATABASE));
    checks.put(
        reference,
        context.registerService(
            HealthCheck.class,
            check,
            FrameworkUtil.asDictionary(Map.of(
                HealthCheck.NAME,
                "orm " + of + " " + name,
                HealthCheck.TAGS,
                new String[] {"orm", "orm-" + of},
                DATABASE,
                name))));
  }

  private void withdraw(ServiceReference<?> reference) {
    ServiceRegistration<HealthCheck> check = checks.remove(reference);
    if (check != null) {
      check.unregister();
    }
  }

  @Deactivate
  void deactivate() {
    checks.keySet().forEach(this::withdraw);
  }
}
