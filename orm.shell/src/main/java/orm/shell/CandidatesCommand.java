package orm.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.admin.DatabaseAdmin;
import orm.api.error.OrmException;
import orm.api.migration.MigrationModule;
import orm.api.model.EntityModule;

/**
 * {@code orm.shell:candidates}: what may stand where the tabulator was pressed. For the profile of
 * the shell, and so of another scope than what people type.
 */
@Component(service = CandidatesCommand.class)
@GogoCommand(scope = "orm.shell", function = "candidates")
public final class CandidatesCommand {

  private final BundleContext context;
  private final Targets targets;

  /** Called by the component runtime. */
  @Activate
  public CandidatesCommand(BundleContext context, @Reference Targets targets) {
    this.context = context;
    this.targets = targets;
  }

  @Descriptor("lists what may stand at a place of a line")
  public List<String> candidates(
      @Descriptor("the words of the line") List<?> line,
      @Descriptor("which of them is wanted") int position) {
    List<String> words = line.stream().map(String::valueOf).toList();
    if (position < 1 || words.isEmpty()) {
      return List.of();
    }
    String command = words.get(0).replaceFirst("^orm:", "");
    CommandHelp help = commands().get(command);
    if (help == null) {
      return List.of();
    } else if (command.equals("help")) {
      return List.copyOf(commands().keySet());
    }
    String before = words.get(position - 1);
    return switch (before) {
      case "--database", "--against" -> databases();
      case "--table" -> tables(words);
      case "--module" -> modules();
      default ->
        position == 1 && help.usage().contains("<module>")
            ? modules()
            : help.details().stream()
                .filter(Syntax::isOption)
                .map(option -> option.split("[ :]", 2)[0])
                .sorted()
                .toList();
    };
  }

  private Map<String, CommandHelp> commands() {
    return CommandHelp.of(references(null, "(osgi.command.scope=orm)"));
  }

  private List<ServiceReference<?>> references(@Nullable String type, String filter) {
    try {
      ServiceReference<?>[] found = context.getAllServiceReferences(type, filter);
      return found == null ? List.of() : List.of(found);
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("a constant filter", e);
    }
  }

  private List<String> databases() {
    return references(DatabaseAdmin.class.getName(), "(orm.database=*)").stream()
        .map(reference -> ServiceProperties.text(reference, "orm.database"))
        .sorted()
        .toList();
  }

  private List<String> modules() {
    Set<String> names = new TreeSet<>();
    addNames(MigrationModule.class, MigrationModule::name, names);
    addNames(EntityModule.class, EntityModule::name, names);
    return List.copyOf(names);
  }

  private <S> void addNames(Class<S> type, Function<S, String> name, Set<String> names) {
    try {
      for (ServiceReference<S> reference : context.getServiceReferences(type, null)) {
        S service = context.getService(reference);
        if (service != null) {
          names.add(name.apply(service));
          context.ungetService(reference);
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("no filter", e);
    }
  }

  /** Those of the database that stands before in the line. */
  private List<String> tables(List<String> words) {
    Map<String, List<String>> given = new TreeMap<>();
    for (String option : List.of("database", "url", "user", "password-env", "password-file")) {
      int at = words.lastIndexOf("--" + option);
      if (at >= 0 && at + 1 < words.size()) {
        given.put(option, List.of(words.get(at + 1)));
      }
    }
    TreeSet<String> names = new TreeSet<>();
    try {
      targets.migrations(
          new Options(given, List.of()),
          all -> all.catalog().tables().forEach(table -> names.add(table.name().name())));
    } catch (OrmException | IOException | IllegalArgumentException | IllegalStateException absent) {
      return List.of(); // nothing helps to complete what is not there; the command will say why
    }
    return List.copyOf(names);
  }
}
