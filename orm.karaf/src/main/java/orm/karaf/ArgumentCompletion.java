package orm.karaf;

import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Brings the completer into the shell, and takes it away again. */
@Component(service = {})
public final class ArgumentCompletion {
  private final Registry registry;
  private final CompleterCommand command;

  /** Called by the component runtime. */
  @Activate
  public ArgumentCompletion(@Reference SessionFactory shell) {
    registry = shell.getRegistry();
    command = new CompleterCommand(registry);
    registry.register(command);
  }

  /** Called by the component runtime. */
  @Deactivate
  public void leave() {
    registry.unregister(command);
  }
}
