package orm.dist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * Starts a framework with the bundles of a folder, runs one command or a shell in it, and cleans
 * up.
 *
 * <p>Usage: {@code java -Dorm.home=<folder> -cp 'lib/*' orm.dist.Launcher [--debug] [command …]}.
 * The command {@code shell} is the shell, also for a terminal ({@code -Dorm.terminal=true}) without
 * a command; otherwise commands are read from standard input. {@code java -jar orm.jar} does the
 * same without an installation.
 *
 * <p>The folders in {@code bundles} are named by start level, as in {@code 1-container}; the one
 * named {@code …-console} is left out unless there is a shell. Each file {@code conf/*.cfg} is a
 * configuration, and each jar in {@code deploy} a bundle that may come and go. Bundles find these
 * framework properties: {@code orm.home}, the installation; {@code orm.data}, the folder for files
 * of databases, which {@code -Dorm.data} moves; {@code orm.examples}, the folder of bundles that
 * are not started by themselves; {@code orm.work}, a folder that is deleted at the end.
 */
public final class Launcher {

  /** Modules that are deployed are there before databases are opened, and go after them. */
  private static final String DEPLOYED_LEVEL = "1";

  private final boolean shell;
  private final Path work;
  private volatile @Nullable Framework framework;

  private Launcher(boolean shell, Path work) {
    this.shell = shell;
    this.work = work;
  }

  /** Runs and ends the JVM: 0 done, 1 failed, 2 not understood. */
  public static void main(String[] args) {
    List<String> command = List.of(args);
    boolean debug = command.contains("--debug");
    boolean shell = command.equals(List.of("shell"))
        || (command.isEmpty() && Boolean.getBoolean("orm.terminal"));
    int code;
    try {
      Launcher launcher = new Launcher(shell, Files.createTempDirectory("orm-"));
      // Also after ctrl-C databases have time to close, and nothing stays behind.
      Runtime.getRuntime().addShutdownHook(new Thread(launcher::cleanUp, "orm-stop"));
      code = launcher.run(command, debug);
    } catch (InterruptedException e) {
      code = CommandLine.FAILED;
    } catch (BundleException | IOException | RuntimeException e) {
      CommandLine.report(e, debug, System.err);
      code = CommandLine.FAILED;
    }
    System.exit(code);
  }

  private int run(List<String> command, boolean debug)
      throws BundleException, IOException, InterruptedException {
    Installation installation = Installation.find(work);
    Framework framework = ServiceLoader.load(
            FrameworkFactory.class, Launcher.class.getClassLoader())
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("There is no OSGi framework in " + installation.program()))
        .newFramework(configuration(installation, debug));
    this.framework = framework;
    framework.init(event -> report(event, System.err));
    install(framework.getBundleContext(), installation.program());
    framework.start();
    if (shell) {
      framework.waitForStop(0);
      return CommandLine.DONE;
    }
    return commandLine(framework.getBundleContext()).applyAsInt(command);
  }

  private Map<String, String> configuration(Installation installation, boolean debug)
      throws IOException {
    Path home = installation.home();
    Path conf = installation.program().resolve("conf");
    // What these libraries read is a system property.
    System.setProperty(
        "java.util.logging.config.file", conf.resolve("logging.properties").toString());
    System.setProperty(
        "logback.configurationFile", conf.resolve("logback.xml").toUri().toString());
    System.setProperty("orm.log.frames", debug ? "full" : "2");
    System.setProperty(
        "org.sqlite.tmpdir", Files.createDirectory(work.resolve("sqlite")).toString());
    return Map.ofEntries(
        Map.entry(Constants.FRAMEWORK_STORAGE, work.resolve("bundles").toString()),
        Map.entry(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "9"),
        // What a subclass of jdk.jfr.Event needs is woven into it by the JVM, and imported by
        // nobody.
        Map.entry(Constants.FRAMEWORK_BOOTDELEGATION, "jdk.jfr.internal.*"),
        // Errors reach us as framework events; Felix would print them to standard output.
        Map.entry("felix.log.level", "0"),
        Map.entry("felix.fileinstall.dir", watched(home)),
        Map.entry("felix.fileinstall.filter", ".*\\.(cfg|jar)"),
        Map.entry("felix.fileinstall.start.level", DEPLOYED_LEVEL),
        Map.entry("felix.fileinstall.subdir.mode", "skip"),
        Map.entry("felix.fileinstall.configEncoding", "UTF-8"),
        // The files are there before anybody asks for a configuration, and stay as they are.
        Map.entry("felix.fileinstall.noInitialDelay", "true"),
        Map.entry("felix.fileinstall.enableConfigSave", "false"),
        Map.entry("felix.fileinstall.tmpdir", work.resolve("fileinstall").toString()),
        Map.entry("felix.fileinstall.log.default", "jul"),
        Map.entry("felix.fileinstall.log.level", "2"),
        Map.entry(
            "org.apache.felix.configadmin.plugin.interpolation.secretsdir",
            home.resolve("conf/secrets").toString()),
        Map.entry("gosh.home", conf.toString()),
        Map.entry("orm.home", home.toString()),
        Map.entry("orm.data", data(home).toString()),
        Map.entry("orm.examples", installation.program().resolve("examples").toString()),
        Map.entry("orm.work", work.toString()));
  }

  /** Folders of configurations and of bundles, those that are there. */
  private static String watched(Path home) {
    return Stream.of("conf", "deploy")
        .map(home::resolve)
        .filter(Files::isDirectory)
        .map(Path::toString)
        .collect(Collectors.joining(","));
  }

  /** Makes the folder for files of databases, since SQLite makes the file only. */
  private static Path data(Path home) throws IOException {
    String given = System.getProperty("orm.data");
    Path data = given == null ? home.resolve("data") : Path.of(given).toAbsolutePath();
    try {
      return Files.createDirectories(data);
    } catch (IOException e) {
      throw new IOException(
          "Cannot make the folder " + data + " for files of databases; ORM_DATA names another one.",
          e);
    }
  }

  private void install(BundleContext context, Path program) throws BundleException, IOException {
    installOwnJar(context, program);
    for (Path folder : list(program.resolve("bundles"))) {
      String name = folder.getFileName().toString();
      if (name.endsWith("-console") && !shell) {
        continue;
      }
      int level = Integer.parseInt(name.substring(0, name.indexOf('-')));
      for (Path jar : list(folder)) {
        install(context, jar, level);
      }
    }
  }

  private static void install(BundleContext context, Path jar, int level) throws BundleException {
    Bundle bundle = context.installBundle("reference:" + jar.toUri());
    bundle.adapt(BundleStartLevel.class).setStartLevel(level);
    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
      bundle.start();
    }
  }

  private static void installOwnJar(BundleContext context, Path program)
      throws BundleException, IOException {
    for (Path jar : list(program.resolve("lib"))) {
      if (jar.getFileName().toString().startsWith("orm.dist-")) {
        install(context, jar, 1);
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
  private static ToIntFunction<List<String>> commandLine(BundleContext context) {
    try {
      Collection<ServiceReference<ToIntFunction>> services =
          context.getServiceReferences(ToIntFunction.class, "(" + CommandLine.PROPERTY + "=true)");
      for (ServiceReference<ToIntFunction> service : services) {
        ToIntFunction<List<String>> commandLine = context.getService(service);
        if (commandLine != null) {
          return commandLine;
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("a constant filter", e);
    }
    throw new IllegalStateException("The command line did not start; see the errors above.");
  }

  private static void report(FrameworkEvent event, PrintStream err) {
    Throwable problem = event.getThrowable();
    if (event.getType() == FrameworkEvent.ERROR && problem != null) {
      err.println(event.getBundle().getSymbolicName() + ": " + problem.getMessage());
    }
  }

  private void cleanUp() {
    Framework started = framework;
    if (started != null) {
      stop(started);
    }
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      CommandLine.report(e, false, System.err);
    }
  }

  private static void stop(Framework framework) {
    try {
      framework.stop();
      framework.waitForStop(10_000);
    } catch (BundleException e) {
      CommandLine.report(e, false, System.err);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
