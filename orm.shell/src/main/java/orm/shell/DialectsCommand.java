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
import orm.spi.dialect.Dialect;

/** {@code orm:dialects}: which kinds of databases can be used. */
@Component(
    service = DialectsCommand.class,
    property = "orm.command.help=dialects: Lists the kinds of databases that can be used.")
@GogoCommand(scope = "orm", function = "dialects")
public final class DialectsCommand {

  private final BundleContext context;

  /** Called by the component runtime. */
  @Activate
  public DialectsCommand(BundleContext context) {
    this.context = context;
  }

  @Descriptor("lists the kinds of databases that can be used")
  public void dialects(CommandSession session) throws InvalidSyntaxException {
    List<ServiceReference<Dialect>> services =
        new ArrayList<>(context.getServiceReferences(Dialect.class, null));
    services.sort(Collections.reverseOrder());

    Table table = new Table("DIALECT", "BUNDLE", "VERSION", "URL");
    for (ServiceReference<Dialect> service : services) {
      Dialect dialect = context.getService(service);
      if (dialect == null) {
        continue; // gone in the meantime
      }
      try {
        table.add(
            dialect.name(),
            service.getBundle().getSymbolicName(),
            service.getBundle().getVersion().toString(),
            dialect.urlExample());
      } finally {
        context.ungetService(service);
      }
    }
    if (table.isEmpty()) {
      session
          .getConsole()
          .println("No dialect is there. Start a bundle such as orm.dialect.sqlite.");
    } else {
      table.print(session.getConsole());
    }
  }
}
