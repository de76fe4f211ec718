package orm.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code orm:new}: a migration file to fill in. */
@Component(
    service = NewCommand.class,
    property = {
      "orm.command.help=new <name>… --dir FOLDER [options]: Makes a migration file with the next"
          + " number.",
      "orm.command.help=new: The folder is named as its module; it is made where it is missing.",
      "orm.command.help=new: Example: new create book --dir migrations/shop",
      "orm.command.help=new: --dir FOLDER: Where the files of the module are.",
      "orm.command.help=new: --dialect NAME: For this dialect only, such as postgres."
    })
@GogoCommand(scope = "orm", function = "new")
public final class NewCommand {
  private static final String TEXT = "-- orm: up\n\n-- orm: down\n\n";

  private final Commands commands;

  /** Called by the component runtime. */
  @Activate
  public NewCommand(BundleContext context, Map<String, Object> properties) {
    this.commands = new Commands(context, properties);
  }

  /** The underscore is what Gogo looks for where a command is called like a word of Java. */
  @Descriptor("makes a migration file")
  public void _new(CommandSession session, String... words) throws IOException {
    commands.run("new", session, words, call -> {
      Path folder = Path.of(call.options()
          .value("dir")
          .orElseThrow(() -> new IllegalArgumentException(
              "Say with --dir in which folder the files of the module are.")));
      String name = String.join("_", call.options().arguments());
      String dialect = call.options().value("dialect").map(one -> "." + one).orElse("");
      Path file = MigrationFile.write(folder, name, dialect, TEXT);
      call.say("Wrote " + file + ".");
    });
  }
}
