package orm.engine.eyes;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orm.engine.plan.Disclosure;
import orm.engine.plan.TableModel;
import orm.spi.listen.CallSite;
import orm.spi.listen.StatementEvent;

/** A statement that somebody looks at, from before it runs until all were told. */
public final class SentStatement implements StatementEvent {
  private final Eyes eyes;
  private final String dialect;
  private final String sql;
  private final String verb;
  private final @Nullable TableModel table;
  private final @Nullable WatchedTransaction within;
  private final Instant started = Instant.now();
  private final long begin = System.nanoTime();
  private @Nullable Bound bound;
  private long rows = -1;
  private long nanos;
  private @Nullable Throwable error;
  private @Nullable CallSite site;
  private boolean siteKnown;
  private boolean over;

  SentStatement(
      Eyes eyes,
      String sql,
      String verb,
      @Nullable TableModel table,
      @Nullable WatchedTransaction within) {
    this.eyes = eyes;
    this.dialect = eyes.dialect();
    this.sql = sql;
    this.verb = verb;
    this.table = table;
    this.within = within;
  }

  /**
   * Takes note of what is about to be bound.
   *
   * @param values binds and shows it
   */
  public void bound(Bound values) {
    this.bound = values;
  }

  /**
   * Binds the same values to another statement with the same parameters.
   *
   * @param statement the other one
   * @throws SQLException if the driver refuses
   */
  public void bindAgain(PreparedStatement statement) throws SQLException {
    Bound values = bound;
    if (values != null) {
      values.bind(statement);
    }
  }

  void ended(long count, @Nullable Throwable failure) {
    nanos = System.nanoTime() - begin;
    rows = count;
    error = failure;
  }

  /** Nobody is told any more; what is asked from now on is asked too late. */
  void over() {
    over = true;
    bound = null;
  }

  @Nullable
  TableModel table() {
    return table;
  }

  @Nullable
  WatchedTransaction within() {
    return within;
  }

  /** Whether one of its values must never be seen. */
  boolean isSensitive() {
    Bound values = bound;
    if (values == null) {
      return false;
    }
    BindText text = new BindText(false);
    try {
      values.show(text);
    } catch (RuntimeException unshowable) { // and nobody knows of what
      return true;
    }
    return text.isSensitive();
  }

  @Override
  public String database() {
    return eyes.database();
  }

  @Override
  public String dialect() {
    return dialect;
  }

  @Override
  public String sql() {
    return sql;
  }

  @Override
  public Kind kind() {
    return switch (verb) {
      case "find", "query", "count" -> Kind.SELECT;
      case "insert" -> Kind.INSERT;
      case "update" -> Kind.UPDATE;
      case "upsert" -> Kind.UPSERT;
      case "delete" -> Kind.DELETE;
      case "explain" -> Kind.OTHER;
      default -> byFirstWord();
    };
  }

  private Kind byFirstWord() {
    int begin = 0;
    while (begin < sql.length() && !Character.isLetter(sql.charAt(begin))) {
      begin++;
    }
    int end = begin;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return switch (sql.substring(begin, end).toLowerCase(Locale.ROOT)) {
      case "select", "with", "values" -> Kind.SELECT;
      case "insert", "replace" -> Kind.INSERT;
      case "update" -> Kind.UPDATE;
      case "delete" -> Kind.DELETE;
      default -> Kind.OTHER;
    };
  }

  @Override
  public @Nullable String entity() {
    return table == null ? null : table.entity();
  }

  @Override
  public long transaction() {
    return within == null ? 0 : within.id();
  }

  @Override
  public Instant started() {
    return started;
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public @Nullable Throwable error() {
    return error;
  }

  @Override
  public @Nullable CallSite callSite() {
    if (!siteKnown && !over) {
      site = CallSites.find();
      siteKnown = true;
    }
    return site;
  }

  @Override
  public List<String> binds() {
    Bound values = bound;
    if (values == null) {
      return List.of();
    }
    BindText text = new BindText(eyes.showsAllValues());
    try {
      values.show(text);
    } catch (RuntimeException unshowable) { // what could not be bound cannot be shown
      text.add(Disclosure.SENSITIVE, null);
    }
    return text.done();
  }
}
