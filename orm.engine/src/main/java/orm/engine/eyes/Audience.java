package orm.engine.eyes;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listeners as they come and go. One that throws is logged, by its name, and the others are told;
 * one that throws again and again is left out until it is added anew. Safe for use by several
 * threads.
 *
 * @param <L> the kind of listener
 */
public final class Audience<L> {
  private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

  /** A listener that is broken shall not fill the log, nor cost each statement an exception. */
  private static final int MOST_FAILURES = 10;

  private final List<Member<L>> members = new CopyOnWriteArrayList<>();

  private static final class Member<L> {
    final L listener;

    /** In a row. Threads that fail at once may count one for two, which does no harm. */
    volatile int failures;

    Member(L listener) {
      this.listener = listener;
    }
  }

  /** Makes an audience without anybody. */
  public Audience() {}

  /**
   * Makes an audience.
   *
   * @param listeners who is told from the beginning
   */
  public Audience(Collection<? extends L> listeners) {
    listeners.forEach(this::add);
  }

  /**
   * Adds a listener, behind the others.
   *
   * @param listener the listener
   */
  public void add(L listener) {
    members.add(new Member<>(listener));
  }

  /**
   * Removes a listener, if it is there.
   *
   * @param listener the listener
   */
  public void remove(L listener) {
    members.removeIf(member -> member.listener == listener);
  }

  /** {@return whether nobody is told} */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** {@return who is told} */
  public List<L> listeners() {
    return members.stream().map(member -> member.listener).toList();
  }

  void tell(String database, Consumer<? super L> news) {
    for (Member<L> member : members) {
      try {
        news.accept(member.listener);
        if (member.failures != 0) {
          member.failures = 0;
        }
      } catch (Exception | LinkageError | AssertionError failed) { // other languages check nothing
        failed(database, member, failed);
      }
    }
  }

  private void failed(String database, Member<L> member, Throwable failed) {
    int failures = member.failures + 1;
    member.failures = failures;
    String name = member.listener.getClass().getName();
    LOG.warn(
        "listener {} of database {} failed; what it was told of stands", name, database, failed);
    if (failures >= MOST_FAILURES && members.remove(member)) {
      LOG.error(
          "listener {} failed {} times in a row and is told no more; register it anew when it is"
              + " mended",
          name,
          failures);
    }
  }
}
