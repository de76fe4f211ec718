package orm.test.migration;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import orm.api.Database;
import orm.api.Orm;
import orm.api.config.DatabaseSettings;
import orm.api.migration.MigrationModule;
import orm.api.migration.MigrationOptions;
import orm.api.migration.MigrationReport;
import orm.api.migration.Undo;
import orm.spi.dialect.Connector;
import orm.spi.dialect.Dialect;

/**
 * A program that migrates, in a JVM of its own. It may be killed at any of its calls to the
 * database: {@link Runtime#halt} ends it as {@code kill -9} does, without closing anything.
 */
public final class Child {
  /** What ends the process, so that no other failure is taken for it. */
  static final int HALTED = 137;

  private Child() {}

  /**
   * Runs.
   *
   * @param arguments URL, folder of the module shop, {@code up} or {@code down}, and the number of
   *     the call at which to halt; 0 for none
   */
  public static void main(String[] arguments) {
    DatabaseSettings settings = DatabaseSettings.of(arguments[0]);
    int last = Integer.parseInt(arguments[3]);
    AtomicInteger calls = new AtomicInteger();
    Runnable call = () -> {
      if (calls.incrementAndGet() == last) {
        Runtime.getRuntime().halt(HALTED);
      }
    };
    try (Database database = Orm.builder(settings)
        .dialect(new HaltingDialect(settings, call))
        .migrations(MigrationModule.in(Path.of(arguments[1]), "shop"))
        .open()) {
      calls.set(0);
      MigrationOptions options = MigrationOptions.defaults().accepting("table a");
      MigrationReport report = arguments[2].equals("up")
          ? database.migrations().apply(options)
          : database.migrations().undo(Undo.everything(), options);
      report.ran().forEach(one -> System.out.println("ran " + one.module() + " " + one.id()));
      System.out.println("calls " + calls.get());
    }
  }

  /** Starts a child. */
  static Process start(DatabaseSettings settings, Path folder, String way, int last)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        Child.class.getName(),
        settings.url().orElseThrow(),
        folder.toString(),
        way,
        String.valueOf(last)));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Waits for a child and gives what it has written. */
  static String finish(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the child hangs: " + output);
    }
    return output;
  }

  /** A dialect like the real one, which tells of every call that reaches the database. */
  private static final class HaltingDialect implements Dialect {
    private final Dialect real;
    private final Runnable call;

    HaltingDialect(DatabaseSettings settings, Runnable call) {
      this.call = call;
      String url = settings.url().orElseThrow();
      this.real = ServiceLoader.load(Dialect.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(dialect -> dialect.accepts(url))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public boolean accepts(String url) {
      return real.accepts(url);
    }

    @Override
    public String urlExample() {
      return real.urlExample();
    }

    @Override
    public Connector connector(DatabaseSettings settings) {
      Connector connector = real.connector(settings);
      DataSource source = connector.dataSource();
      DataSource watched = (DataSource) watch(DataSource.class, source);
      return (Connector) Proxy.newProxyInstance(
          Connector.class.getClassLoader(),
          new Class<?>[] {Connector.class},
          (proxy, method, arguments) -> {
            try {
              Object result = method.invoke(connector, arguments);
              return result == source ? watched : result;
            } catch (InvocationTargetException failed) {
              throw failed.getCause();
            }
          });
    }

    private Object watch(Class<?> type, Object target) {
      return Proxy.newProxyInstance(
          type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            String name = method.getName();
            boolean reaches =
                name.startsWith("execute") || name.equals("commit") || name.equals("getConnection");
            if (reaches && !method.getDeclaringClass().equals(Wrapper.class)) {
              call.run();
            }
            try {
              Object result = method.invoke(target, arguments);
              if (result instanceof PreparedStatement statement) {
                return watch(PreparedStatement.class, statement);
              }
              if (result instanceof Statement statement) {
                return watch(Statement.class, statement);
              }
              return result instanceof Connection connection
                  ? watch(Connection.class, connection)
                  : result;
            } catch (InvocationTargetException failed) {
              throw failed.getCause();
            }
          });
    }
  }
}
