package orm.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.api.Database;

/** {@code orm:databases}: which databases are open. */
@Component(
    service = DatabasesCommand.class,
    property = {
      "orm.command.help=databases: Lists the databases that are configured and open.",
      "orm.command.needs=databases"
    })
@GogoCommand(scope = "orm", function = "databases")
public final class DatabasesCommand {

  private static final String NAME = "orm.database";
  private static final String DIALECT = "orm.dialect";

  private final BundleContext context;

  /** Called by the component runtime. */
  @Activate
  public DatabasesCommand(BundleContext context) {
    this.context = context;
  }

  @Descriptor("lists the databases that are configured and open")
  public void databases(CommandSession session) throws InvalidSyntaxException {
    List<ServiceReference<Database>> services =
        new ArrayList<>(context.getServiceReferences(Database.class, null));
    services.sort(Collections.reverseOrder());

    Table table = new Table("DATABASE", "DIALECT", "");
    for (ServiceReference<Database> service : services) {
      table.add(
          ServiceProperties.text(service, NAME),
          ServiceProperties.text(service, DIALECT),
          ServiceProperties.shown(service, NAME, DIALECT));
    }
    if (table.isEmpty()) {
      session
          .getConsole()
          .println(
              "No database is open. A configuration of factory PID orm.database opens one, once"
                  + " its dialect is there.");
    } else {
      table.print(session.getConsole());
    }
  }
}
