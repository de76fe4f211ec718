package orm.shell;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code orm:services}: what the engine finds in the service registry. */
@Component(
    service = ServicesCommand.class,
    property = {
      "orm.command.help=services [word]: Lists our services, and who uses them.",
      "orm.command.help=services: With a word, only those whose type has it in its name.",
      "orm.command.needs=databases"
    })
@GogoCommand(scope = "orm", function = "services")
public final class ServicesCommand {

  private final BundleContext context;

  /** Called by the component runtime. */
  @Activate
  public ServicesCommand(BundleContext context) {
    this.context = context;
  }

  @Descriptor("lists our services")
  public void services(CommandSession session) throws InvalidSyntaxException {
    services(session, "");
  }

  @Descriptor("lists our services whose type has a word in its name")
  public void services(CommandSession session, @Descriptor("the word") String word)
      throws InvalidSyntaxException {
    ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
    Table table = new Table("SERVICE", "BUNDLE", "USED BY", "");
    Stream.of(all == null ? new ServiceReference<?>[0] : all).sorted().forEach(service -> {
      String types = ServiceProperties.strings(service.getProperty(Constants.OBJECTCLASS)).stream()
          .filter(type -> type.startsWith("orm.api.") || type.startsWith("orm.spi."))
          .collect(Collectors.joining(","));
      if (!types.isEmpty() && types.contains(word)) {
        table.add(
            types,
            service.getBundle().getSymbolicName(),
            users(service),
            ServiceProperties.shown(service));
      }
    });
    if (table.isEmpty()) {
      session.getConsole().println("No such service is there.");
    } else {
      table.print(session.getConsole());
    }
  }

  private static String users(ServiceReference<?> service) {
    var bundles = service.getUsingBundles();
    return bundles == null
        ? "-"
        : Arrays.stream(bundles)
            .map(bundle -> bundle.getSymbolicName())
            .sorted()
            .collect(Collectors.joining(","));
  }
}
