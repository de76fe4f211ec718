package orm.engine.osgi;

import java.util.Dictionary;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * A service that comes and goes by hand. No lock is held while it is registered or taken away,
 * because whoever waits for it is called meanwhile. Safe for use by several threads.
 */
final class Offer<S> {
  private final BundleContext context;
  private final Class<S> type;
  private final S service;

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
      try {
        there.setProperties(properties);
      } catch (IllegalStateException gone) { // withdrawn meanwhile
        return;
      }
    }
  }

  /** Takes the service away, until it is offered again. */
  void withdraw() {
    ServiceRegistration<S> there;
    synchronized (this) {
      there = registration;
      registration = null;
    }
    if (there != null) {
      there.unregister();
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
