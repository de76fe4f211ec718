package orm.engine.generation;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The lock of a database that has one writer at a time: fair, so that nobody starves, and shared by
 * all generations and handles that name the same database, so that it outlives each of them.
 */
final class WriterLock {
  /** Held while anybody uses the lock; guarded by itself. */
  private static final ConcurrentMap<String, WriterLock> BY_NAME = new ConcurrentHashMap<>();

  private final String name;
  private final Semaphore permit = new Semaphore(1, true);
  private int users;

  private WriterLock(String name) {
    this.name = name;
  }

  /** Returns the lock of a database; every call wants one {@link #close}. */
  static WriterLock open(String name) {
    WriterLock lock = BY_NAME.compute(name, (key, known) -> {
      WriterLock used = known == null ? new WriterLock(key) : known;
      used.users++;
      return used;
    });
    return Objects.requireNonNull(lock);
  }

  boolean acquire(long nanos) throws InterruptedException {
    return permit.tryAcquire(nanos, TimeUnit.NANOSECONDS);
  }

  void release() {
    permit.release();
  }

  void close() {
    BY_NAME.computeIfPresent(name, (key, known) -> --known.users == 0 ? null : known);
  }
}
