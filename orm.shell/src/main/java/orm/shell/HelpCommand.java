package orm.shell;

import java.util.List;
import java.util.SortedMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code orm:help}: which commands there are, whichever bundle brought them. */
@Component(
    service = HelpCommand.class,
    property = "orm.command.help=help [command]: Lists the commands, or explains one.")
@GogoCommand(scope = "orm", function = "help")
public final class HelpCommand {

  private final BundleContext context;

  /** Called by the component runtime. */
  @Activate
  public HelpCommand(BundleContext context) {
    this.context = context;
  }

  @Descriptor("lists the commands of scope orm")
  public void help(CommandSession session) {
    Table table = new Table("COMMAND", "");
    commands().forEach((name, help) -> table.add(name, help.summary()));
    table.print(session.getConsole());
  }

  @Descriptor("explains a command of scope orm")
  public void help(CommandSession session, @Descriptor("its name") String command) {
    String name = command.startsWith("orm:") ? command.substring(4) : command;
    CommandHelp help = commands().get(name);
    if (help == null) {
      throw new IllegalArgumentException(
          "There is no command " + command + "; help lists those there are.");
    }
    help.print(session.getConsole());
  }

  private SortedMap<String, CommandHelp> commands() {
    try {
      ServiceReference<?>[] found =
          context.getAllServiceReferences(null, "(osgi.command.scope=orm)");
      return CommandHelp.of(found == null ? List.of() : List.of(found));
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("a constant filter", e);
    }
  }
}
