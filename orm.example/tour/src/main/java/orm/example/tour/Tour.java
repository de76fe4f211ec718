package orm.example.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shows the example bundles at work, on a database of its own, to whoever gives it something to
 * write to.
 *
 * <p>It throws an {@link IllegalStateException} if something is not as it says.
 */
@Component(service = Consumer.class, property = "orm.example.tour=true")
public final class Tour implements Consumer<PrintStream> {

  static final String DATABASE = "tour";
  static final String FILTER = "(orm.database=" + DATABASE + ")";

  private final BundleContext context;
  private final ConfigurationAdmin configurations;
  private final SqlLog log;

  /** Called by the component runtime. */
  @Activate
  public Tour(
      BundleContext context, @Reference ConfigurationAdmin configurations, @Reference SqlLog log) {
    this.context = context;
    this.configurations = configurations;
    this.log = log;
  }

  @Override
  public void accept(PrintStream out) {
    Guide guide = new Guide(out, Boolean.parseBoolean(context.getProperty("orm.terminal")));
    guide.say("Two example bundles come into this container, write and read real data in a database"
        + " file of their own, and leave. Each step checks what it says.");
    try (Container container = new Container(context, configurations)) {
      ContainerStops around = new ContainerStops(container);
      DataStops data = new DataStops(container, log);
      SwapStops swaps = new SwapStops(container, log);
      RefusalStops refusals = new RefusalStops(container, log);
      guide.lead(List.of(
          new Stop("Plugins are services", around::plugins),
          new Stop("A configuration opens a database", around::database),
          new Stop("Bundles bring their tables and services", around::bundles),
          new Stop("Migrations make the tables", around::migrations),
          new Stop("A migration can be undone", around::undo),
          new Stop("Records go in and come back", data::books),
          new Stop("A query is Java, and one statement", data::search),
          new Stop("A transaction spans two bundles", data::order),
          new Stop("Services look after rows", data::reviews),
          new Stop("The database refuses, and says what to do", refusals::duplicate),
          new Stop("Rules are checked before the database is asked", refusals::rules),
          new Stop("All or nothing", refusals::rollback),
          new Stop("Nobody's change is lost", refusals::stale),
          new Stop("A plugin is replaced under load", swaps::dialect),
          new Stop("Everything can leave", around::leave)));
    } catch (BundleException e) {
      throw new IllegalStateException("The tour cannot be undone: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
