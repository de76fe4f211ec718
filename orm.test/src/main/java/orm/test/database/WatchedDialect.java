package orm.test.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import orm.api.config.DatabaseSettings;
import orm.spi.dialect.Connector;
import orm.spi.dialect.Dialect;

/**
 * A dialect like the real one, which remembers every statement that was made, to see that it is
 * closed.
 */
final class WatchedDialect implements Dialect {
  private final Dialect real;
  private final Queue<Statement> made = new ConcurrentLinkedQueue<>();

  private WatchedDialect(Dialect real) {
    this.real = real;
  }

  static WatchedDialect of(DatabaseSettings settings) {
    String url = settings.url().orElseThrow();
    for (Dialect dialect : ServiceLoader.load(Dialect.class)) {
      if (dialect.accepts(url)) {
        return new WatchedDialect(dialect);
      }
    }
    throw new IllegalStateException("no dialect for " + DatabaseSettings.withoutSecrets(url));
  }

  /** How many statements are still open. */
  long openStatements() {
    return made.stream().filter(WatchedDialect::isOpen).count();
  }

  private static boolean isOpen(Statement statement) {
    try {
      return !statement.isClosed();
    } catch (SQLException gone) {
      return false;
    }
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
    DataSource watched = (DataSource) proxy(
        DataSource.class,
        source,
        result -> result instanceof Connection connection ? watch(connection) : result);
    return (Connector)
        proxy(Connector.class, connector, result -> result == source ? watched : result);
  }

  private Connection watch(Connection connection) {
    return (Connection) proxy(Connection.class, connection, result -> {
      if (result instanceof Statement statement) {
        made.add(statement);
      }
      return result;
    });
  }

  /** What becomes of a result. */
  private interface Change {
    Object of(Object result);
  }

  private static Object proxy(Class<?> type, Object target, Change change) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
          try {
            return change.of(method.invoke(target, arguments));
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        });
  }
}
