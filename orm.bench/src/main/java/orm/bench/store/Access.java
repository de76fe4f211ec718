package orm.bench.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;
import orm.api.Database;
import orm.api.Orm;
import orm.api.config.DatabaseSettings;
import orm.bench.book.Book;
import orm.spi.validation.RowCheck;
import orm.spi.validation.RowValidator;

/**
 * How contestants reach a database: all with the pool and the driver settings that the ORM has by
 * default.
 */
public final class Access {
  private static final String SQLITE = "jdbc:sqlite:";

  /** A database in memory, which goes with its connection. */
  public static final String SQLITE_MEMORY = SQLITE + ":memory:";

  private static final int CONNECTIONS = 10;

  private Access() {}

  /** Opens a store on a database that has the table. */
  public static Store open(Contestant contestant, String url) {
    Database db = database(contestant, url);
    if (db == null) {
      return jdbc(contestant, pool(url), url);
    }
    return store(contestant, db);
  }

  /** What a contestant asks of the database that it opened with the ORM. */
  static Store store(Contestant contestant, Database db) {
    return contestant == Contestant.KEPT ? new KeptStore(db) : new OrmStore(db);
  }

  /** Opens a database with the ORM, as a contestant uses it; null for those who do without. */
  static @Nullable Database database(Contestant contestant, String url) {
    return switch (contestant) {
      case ORM -> orm(url);
      case RULES -> ruled(url);
      case WATCHED -> watched(url);
      case KEPT -> keeping(url);
      default -> null;
    };
  }

  /** Opens a database with the ORM, without rules. */
  public static Database orm(String url) {
    return Orm.builder(settings(url)).validator(new NoRules()).open();
  }

  /** Opens a database with the ORM and the validator of the class path. */
  private static Database ruled(String url) {
    return Orm.open(settings(url));
  }

  /** Opens a database with the ORM and a listener that does the least a listener can. */
  private static Database watched(String url) {
    LongAdder nanos = new LongAdder();
    return Orm.builder(settings(url))
        .validator(new NoRules())
        .listener(event -> nanos.add(event.nanos()))
        .open();
  }

  /** Opens a database with the ORM and the cache of the class path. */
  private static Database keeping(String url) {
    return Orm.builder(settings(url).toBuilder().set("cache", "on").build())
        .validator(new NoRules())
        .open();
  }

  private static DatabaseSettings settings(String url) {
    return DatabaseSettings.builder()
        .url(url)
        .set("cache", "off")
        .poolMax(CONNECTIONS)
        .set("pool.wait", "30s")
        .set("pool.idle", "10m")
        .set("pool.lifetime", "30m")
        .build();
  }

  /** Says of each class that it has no rules. */
  private static final class NoRules implements RowValidator {
    @Override
    public <R> Optional<RowCheck<R>> checkOf(Class<R> type, Locale locale) {
      return Optional.empty();
    }
  }

  static Store jdbc(Contestant contestant, HikariDataSource pool, String url) {
    return switch (contestant) {
      case JDBC -> new PlainStore(pool, form(url));
      case TUNED -> new TunedStore(pool, form(url));
      default -> throw new IllegalArgumentException(contestant + " has no store of books");
    };
  }

  private static BookForm form(String url) {
    return url.startsWith(SQLITE) ? BookForm.SQLITE : BookForm.POSTGRES;
  }

  /** Opens the pool of the contestants without one of their own. */
  public static HikariDataSource pool(String url) {
    boolean permanent = url.equals(SQLITE_MEMORY); // the database goes with its connection
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(url));
    config.setMaximumPoolSize(permanent ? 1 : CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(30));
    config.setIdleTimeout(permanent ? 0 : TimeUnit.MINUTES.toMillis(10));
    config.setMaxLifetime(permanent ? 0 : TimeUnit.MINUTES.toMillis(30));
    config.setKeepaliveTime(0);
    return new HikariDataSource(config);
  }

  /** Opens a connection for one book, as a program does that wants nothing else. */
  public static Book findWithoutPool(String url, long key) throws SQLException {
    try (Connection connection = connect(url);
        PreparedStatement statement = connection.prepareStatement(BookSql.FIND)) {
      statement.setLong(1, key);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return form(url).read(rows);
      }
    }
  }

  /** Opens a connection without a pool. */
  public static Connection connect(String url) throws SQLException {
    return source(url).getConnection();
  }

  private static DataSource source(String url) {
    if (url.startsWith(SQLITE)) {
      SQLiteConfig config = new SQLiteConfig();
      config.setOpenMode(SQLiteOpenMode.NOMUTEX);
      config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
      config.enforceForeignKeys(true);
      config.setBusyTimeout((int) TimeUnit.SECONDS.toMillis(30));
      SQLiteDataSource source = new SQLiteDataSource(config);
      source.setUrl(url);
      return source;
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setApplicationName("orm/main");
    source.setConnectTimeout(10);
    source.setLoginTimeout(10);
    source.setTcpKeepAlive(true);
    source.setLogServerErrorDetail(false);
    return source;
  }
}
