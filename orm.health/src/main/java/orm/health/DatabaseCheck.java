package orm.health;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orm.api.Database;
import orm.api.admin.DatabaseAdmin;
import orm.api.admin.DatabaseState;
import orm.api.admin.PoolInfo;
import orm.api.error.OrmException;

/** Whether a database answers those who call it. */
final class DatabaseCheck implements HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);

  private final BundleContext context;
  private final DatabaseAdmin admin;

  DatabaseCheck(BundleContext context, DatabaseAdmin admin) {
    this.context = context;
    this.admin = admin;
  }

  @Override
  public Result execute() {
    FormattingResultLog log = new FormattingResultLog();
    String name = admin.database();
    DatabaseState state = admin.state();
    PoolInfo pool = admin.pool();
    log.debug("{} is {}; {} of {} connections are in use", name, state, pool.inUse(), pool.max());
    if (state == DatabaseState.CLOSED) {
      log.critical("Database {} is closed.", name);
    } else if (state != DatabaseState.SERVING) {
      log.temporarilyUnavailable(
          "Database {} is {}; {} calls wait. orm:generations says why.",
          name,
          state,
          admin.waiting());
    } else if (pool.max() > 0 && pool.inUse() >= pool.max()) {
      // Asking the database would only wait with the others.
      log.warn(
          "Database {} has all its {} connections in use, and {} threads wait for one. Look for"
              + " long transactions, or raise pool.max.",
          name,
          pool.max(),
          pool.waiting());
    } else {
      ask(name, log);
    }
    return new Result(log);
  }

  private void ask(String name, FormattingResultLog log) {
    try {
      for (ServiceReference<Database> reference :
          context.getServiceReferences(Database.class, null)) {
        if (!name.equals(reference.getProperty("orm.database"))) {
          continue;
        }
        Database database = context.getService(reference);
        if (database == null) {
          continue;
        }
        try {
          var unused = database.sql("SELECT 1").result(1);
          log.info("Database {} ({}) answers.", name, database.dialect());
          return;
        } catch (OrmException error) {
          LOG.debug("the health check of database {} failed", name, error);
          log.critical("{}", error.getMessage());
          return;
        } finally {
          context.ungetService(reference);
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("no filter", e);
    }
    log.critical(
        "Database {} is not offered: it does not answer yet, or its schema does not fit. The log"
            + " says why.",
        name);
  }
}
