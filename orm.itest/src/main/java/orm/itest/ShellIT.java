package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import orm.api.Database;
import orm.api.Tx;
import orm.api.error.ConfigurationException;
import orm.api.error.DatabasePausedException;

/** The commands of orm.shell, run through Gogo. */
class ShellIT {

  @RegisterExtension
  final TestContainer container = new TestContainer();

  @InjectBundleContext
  BundleContext context;

  @InjectService
  CommandProcessor processor;

  @Test
  void helpListsTheCommandsOfEveryBundle() throws Exception {
    context.registerService(
        Object.class,
        new Object(),
        properties(Map.of(
            CommandProcessor.COMMAND_SCOPE,
            "orm",
            CommandProcessor.COMMAND_FUNCTION,
            new String[] {"dance", "sing"},
            "orm.command.help",
            "dance <tune>: Dances.")));

    String help = run("orm:help");

    assertTrue(line(help, "databases +Lists .*"), help);
    assertTrue(line(help, "dance +Dances\\."), help);
    assertTrue(line(help, "sing"), help);
  }

  @Test
  void helpExplainsACommand() throws Exception {
    String help = run("orm:help services");

    assertTrue(help.startsWith("services [word]"), help);
  }

  @Test
  void helpForAnUnknownCommandIsWrongUse() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> run("orm:help dnace"));

    assertEquals("There is no command dnace; help lists those there are.", e.getMessage());
  }

  @Test
  void databasesAreListedWithoutTheirSecrets() throws Exception {
    Object database = Proxy.newProxyInstance(
        Database.class.getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, args) -> {
          throw new AssertionError("A list needs no database: " + method);
        });
    context.registerService(
        Database.class.getName(),
        database,
        properties(Map.of(
            "orm.database", "books",
            "orm.dialect", "cuneiform",
            "orm.schema", "3",
            "orm.password", "geheim",
            "orm.url", "jdbc:clay://scribe:geheim@ur/books")));

    String databases = run("orm:databases");
    String services = run("orm:services Database");

    assertTrue(line(databases, "books +cuneiform +.*orm.schema=3.*"), databases);
    assertTrue(line(services, "orm.api.Database .*orm.database=books.*"), services);
    assertFalse((databases + services).contains("geheim"));
  }

  @Test
  void callsWaitBetweenQuiesceAndResume() throws Exception {
    String name = container.name("steered");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(
        Map.of("name", name, "url", "jdbc:sqlite::memory:", "swap.wait", "0", "pool.max", "1"));
    Database db = watch.come();

    String before = run("orm:generations --database " + name);
    assertTrue(line(before, name + " is serving; no call waits\\."), before);
    assertTrue(line(before, "1 +serves .* orm.dialect.sqlite .*SQLite.* 0 +0 of 1 in use"), before);
    assertTrue(line(before, "0 to 1 .* never +0 +0 ms +it was configured"), before);

    assertThrows(
        IllegalStateException.class,
        () -> db.inTransaction(
            Tx.readCommitted().readOnly(),
            tx -> run("orm:quiesce --patience 1ms --database " + name)));
    assertTrue(run("orm:quiesce --database " + name).startsWith("Nobody is inside " + name));
    assertThrows(DatabasePausedException.class, () -> db.sql("SELECT 1").result(1));
    assertTrue(run("orm:generations --json")
        .contains("\"database\":\"" + name + "\",\"state\":\"quiesced\""));

    assertEquals(name + " is serving.\n", run("orm:resume --database " + name));
    db.sql("SELECT 1").result(1);
    String pool = run("orm:pool");
    assertTrue(line(pool, name + " +1 +1 +0 +1 +0"), pool);
  }

  @Test
  void whatIsWatchedIsChangedAndSeen() throws Exception {
    String name = container.name("watched");
    ServiceWatch<Database> watch = container.watch(name);
    container.configure(
        Map.of("name", name, "url", "jdbc:sqlite::memory:", "slow.threshold", "1h"));
    Database db = watch.come();
    String only = " --database " + name;

    assertTrue(run("orm:slow" + only).contains("Nothing; slow.threshold is 3600000ms."));
    String set = run("orm:watch --set statistics=on --set slow.threshold=PT0.000000001S"
        + " --set detect.nplusone=2" + only);
    assertTrue(line(set, "statistics +on"), set);
    db.inTransaction(tx -> {
      for (int i = 0; i < 4; i++) {
        tx.sql("SELECT 7").result(1);
      }
    });

    String slow = run("orm:slow" + only);
    assertTrue(line(slow, ".* ms at worst, 4 times, orm.itest.ShellIT.what.*"), slow);
    assertTrue(slow.contains("SCAN"), slow);
    String stats = run("orm:stats" + only);
    assertTrue(line(stats, "4 +0 +4 .* SELECT 7"), stats);
    String repeated = run("orm:n1" + only);
    assertTrue(line(repeated, "N\\+1, 1 time: orm.itest.ShellIT.*"), repeated);
    assertTrue(run("orm:advice --inspect --json" + only).contains("\"kind\":\"n_plus_one\""));
    run("orm:watch --clear --set statistics=off --set slow.threshold=0" + only);
    assertTrue(run("orm:stats" + only).contains("Nothing; statistics is off."));
    assertThrows(ConfigurationException.class, () -> run("orm:watch --set url=x" + only));
  }

  @Test
  void whatIsSteeredIsAContainersDatabase() {
    String wrong = String.valueOf(assertThrows(
            IllegalArgumentException.class, () -> run("orm:quiesce --url=jdbc:sqlite:shop.db"))
        .getMessage());

    assertTrue(wrong.contains("Configure it, and give --database."), wrong);
  }

  private String run(String command) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (CommandSession session =
        processor.createSession(new ByteArrayInputStream(new byte[0]), out, out)) {
      session.execute(command);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean line(String text, String pattern) {
    return Pattern.compile("^" + pattern + "$", Pattern.MULTILINE).matcher(text).find();
  }

  private static Dictionary<String, Object> properties(Map<String, Object> properties) {
    return FrameworkUtil.asDictionary(properties);
  }
}
