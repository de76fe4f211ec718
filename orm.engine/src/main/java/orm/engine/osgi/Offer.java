package orm.engine.osgi;

import java.util.Dictionary;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * A service that comes and goes by hand. This is not locked while it is registered or taken away,
 * because whoever waits for it is called meanwhile. Safe for use by several threads.
 */
final class Offer<S> {
  private static final long TOLD_MILLIS = 1_000;

  private final BundleContext context;
  private final Class<S> type;
  private final S service;

  /**
   * Held while the framework tells of other properties. Whoever heard of them after hearing that
   * the service goes, but before it has gone, would take it for one that has come.
   */
  private final ReentrantLock telling = new ReentrantLock();

  /** Guarded by this. */
  private @Nullable ServiceRegistration<S> registration;

  /** Guarded by this. */
  private boolean closed;

  Offer(BundleContext context, Class<S> type, S service) {
    this.context = context;
    this.type = type;
    this.service = service;
  }

  synchronized boolean isThere() {
    return registration != null;
  }

  /** Registers the service, or gives it other properties if it is there. */
  void offer(Dictionary<String, Object> properties) {
    ServiceRegistration<S> there;
    synchronized (this) {
      if (closed) {
        return;
      }
      there = registration;
    }
    if (there == null) {
      ServiceRegistration<S> made = context.registerService(type, service, properties);
      synchronized (this) {
        if (!closed && registration == null) {
          registration = made;
          return;
        }
      }
      made.unregister(); // it was closed meanwhile
    } else {
      change(there, properties);
    }
  }

  private void change(ServiceRegistration<S> there, Dictionary<String, Object> properties) {
    telling.lock();
    try {
      if (isCurrent(there)) {
        there.setProperties(properties);
      }
    } catch (IllegalStateException gone) { // with the bundle
      return;
    } finally {
      telling.unlock();
    }
  }

  private synchronized boolean isCurrent(ServiceRegistration<S> there) {
    return registration == there;
  }

  /** Takes the service away, until it is offered again. */
  void withdraw() {
    ServiceRegistration<S> there;
    synchronized (this) {
      there = registration;
      registration = null;
    }
    if (there == null) {
      return;
    }
    awaitTold();
    there.unregister();
  }

  /** Waits for a bounded time: who is told may wait for the one who takes the service away. */
  private void awaitTold() {
    try {
      if (telling.tryLock(TOLD_MILLIS, TimeUnit.MILLISECONDS)) {
        telling.unlock(); // nobody begins any more: it is not the current one
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the service away for good. */
  void close() {
    synchronized (this) {
      closed = true;
    }
    withdraw();
  }
}
