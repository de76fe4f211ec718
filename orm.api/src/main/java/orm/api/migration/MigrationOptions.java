package orm.api.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How migrations run. Immutable; each method returns a changed copy. */
public final class MigrationOptions {
  private static final MigrationOptions DEFAULT = new MigrationOptions(new Parts());

  private final Parts parts;

  private MigrationOptions(Parts parts) {
    this.parts = parts;
  }

  /** What the options hold; changed only before it is handed over. */
  private static final class Parts {
    final Set<String> modules = new TreeSet<>();
    final Map<String, MigrationVersion> limits = new TreeMap<>();
    final Set<String> accepted = new HashSet<>();
    final List<MigrationListener> listeners = new ArrayList<>();
    boolean outOfOrder;
    boolean newerDatabase;
    Optional<Duration> wait = Optional.empty();
    Optional<Duration> lockTimeout = Optional.empty();
    Optional<Duration> statementTimeout = Optional.empty();

    Parts copy() {
      Parts copy = new Parts();
      copy.modules.addAll(modules);
      copy.limits.putAll(limits);
      copy.accepted.addAll(accepted);
      copy.listeners.addAll(listeners);
      copy.outOfOrder = outOfOrder;
      copy.newerDatabase = newerDatabase;
      copy.wait = wait;
      copy.lockTimeout = lockTimeout;
      copy.statementTimeout = statementTimeout;
      return copy;
    }
  }

  /** {@return options to run everything, in order, within the limits of the settings} */
  public static MigrationOptions defaults() {
    return DEFAULT;
  }

  /**
   * Limits the run to modules and what they require.
   *
   * @param names their names
   * @return a copy with them in addition
   */
  public MigrationOptions modules(String... names) {
    Parts copy = parts.copy();
    copy.modules.addAll(List.of(names));
    return new MigrationOptions(copy);
  }

  /**
   * Lets a module go no further than a version.
   *
   * @param module the module
   * @param version the last version to apply
   * @return a copy with the limit
   * @throws IllegalArgumentException if the version is none
   */
  public MigrationOptions upTo(String module, String version) {
    Parts copy = parts.copy();
    copy.limits.put(module, MigrationVersion.of(version));
    return new MigrationOptions(copy);
  }

  /** {@return a copy that also applies what is numbered below something that has run} */
  public MigrationOptions outOfOrder() {
    Parts copy = parts.copy();
    copy.outOfOrder = true;
    return new MigrationOptions(copy);
  }

  /** {@return a copy that bears with a database newer than the application} */
  public MigrationOptions allowingNewerDatabase() {
    Parts copy = parts.copy();
    copy.newerDatabase = true;
    return new MigrationOptions(copy);
  }

  /**
   * Accepts a loss of rows.
   *
   * @param loss its name, as {@link DataLoss#what} has it
   * @return a copy with it in addition
   */
  public MigrationOptions accepting(String loss) {
    Parts copy = parts.copy();
    copy.accepted.add(loss);
    return new MigrationOptions(copy);
  }

  /**
   * Limits how long the run waits while somebody else migrates the same database.
   *
   * @param limit the time, not negative; without it the setting {@code migrate.wait}
   * @return a copy with the limit
   */
  public MigrationOptions waiting(Duration limit) {
    Parts copy = parts.copy();
    copy.wait = Optional.of(limit(limit));
    return new MigrationOptions(copy);
  }

  /**
   * Limits how long a statement waits for a lock on its table, so that it does not hold up
   * everybody behind it. A file can say otherwise.
   *
   * @param limit the time, not negative; without it the setting {@code lock.timeout}
   * @return a copy with the limit
   */
  public MigrationOptions lockTimeout(Duration limit) {
    Parts copy = parts.copy();
    copy.lockTimeout = Optional.of(limit(limit));
    return new MigrationOptions(copy);
  }

  /**
   * Limits how long each statement may run. A file can say otherwise.
   *
   * @param limit the time, not negative; zero, as without it, for no limit
   * @return a copy with the limit
   */
  public MigrationOptions statementTimeout(Duration limit) {
    Parts copy = parts.copy();
    copy.statementTimeout = Optional.of(limit(limit));
    return new MigrationOptions(copy);
  }

  /**
   * Adds a listener.
   *
   * @param listener is told how the run goes on
   * @return a copy with it in addition
   */
  public MigrationOptions listener(MigrationListener listener) {
    Parts copy = parts.copy();
    copy.listeners.add(Objects.requireNonNull(listener, "listener"));
    return new MigrationOptions(copy);
  }

  private static Duration limit(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("a limit is not negative: " + limit);
    }
    return limit;
  }

  /** {@return the modules to run; empty for all} */
  public Set<String> modules() {
    return Set.copyOf(parts.modules);
  }

  /**
   * Returns the last version of a module to apply.
   *
   * @param module the module
   * @return the version; empty for no limit
   */
  public Optional<MigrationVersion> limit(String module) {
    return Optional.ofNullable(parts.limits.get(module));
  }

  /** {@return whether to apply what is numbered below something that has run} */
  public boolean isOutOfOrder() {
    return parts.outOfOrder;
  }

  /** {@return whether to bear with a database newer than the application} */
  public boolean allowsNewerDatabase() {
    return parts.newerDatabase;
  }

  /** {@return the names of the accepted losses} */
  public Set<String> accepted() {
    return Set.copyOf(parts.accepted);
  }

  /** {@return how long to wait for the lock; empty for the setting} */
  public Optional<Duration> waiting() {
    return parts.wait;
  }

  /** {@return how long a statement waits for a lock; empty for the setting} */
  public Optional<Duration> lockTimeout() {
    return parts.lockTimeout;
  }

  /** {@return how long a statement may run; empty for no limit} */
  public Optional<Duration> statementTimeout() {
    return parts.statementTimeout;
  }

  /** {@return who is told how the run goes on} */
  public List<MigrationListener> listeners() {
    return List.copyOf(parts.listeners);
  }
}
