package orm.dist;

import java.io.IOException;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code orm:tour}: what the example bundles have to show. */
@Component(
    service = TourCommand.class,
    property = {
      "orm.command.help=tour: Shows the product at work, and checks what it shows.",
      "orm.command.help=tour: It has a database file of its own, and leaves nothing behind."
    })
@GogoCommand(scope = "orm", function = "tour")
public final class TourCommand {

  private final BundleContext context;

  /** Called by the component runtime. */
  @Activate
  public TourCommand(BundleContext context) {
    this.context = context;
  }

  @Descriptor("shows the product at work")
  public synchronized void tour(CommandSession session) throws BundleException, IOException {
    try (Examples examples = new Examples(context)) {
      examples.install();
      examples.guide().accept(session.getConsole());
    }
  }
}
