package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Waits until a service has come, changed or gone. Not at all if it is so already. */
final class ServiceWatch<S> implements AutoCloseable {
  /** A machine may be busy; who waits in vain has found a defect. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Object changes = new Object();
  private final String what;
  private final ServiceTracker<S, S> tracker;

  ServiceWatch(BundleContext context, Class<S> type, String filter) {
    this.what = type.getSimpleName() + filter;
    try {
      tracker =
          new ServiceTracker<>(
              context,
              FrameworkUtil.createFilter(
                  "(&(" + Constants.OBJECTCLASS + "=" + type.getName() + ")" + filter + ")"),
              null) {
            @Override
            public @Nullable S addingService(ServiceReference<S> reference) {
              S service = super.addingService(reference);
              changed();
              return service;
            }

            @Override
            public void removedService(ServiceReference<S> reference, S service) {
              super.removedService(reference, service);
              changed();
            }
          };
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(filter, e);
    }
    tracker.open();
  }

  private void changed() {
    synchronized (changes) {
      changes.notifyAll();
    }
  }

  /** The one service, as soon as it is there. */
  S come() throws InterruptedException {
    return other(null);
  }

  /** The one service, as soon as it is another one than this. */
  S other(@Nullable S last) throws InterruptedException {
    List<S> found = new ArrayList<>();
    await("is not there, or is the old one, or not the only one", () -> {
      found.clear();
      found.addAll(tracker.getTracked().values());
      return found.size() == 1 && found.get(0) != last;
    });
    return found.get(0);
  }

  /** Returns as soon as there is no such service. */
  void gone() throws InterruptedException {
    await("is still there", tracker::isEmpty);
  }

  private void await(String state, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    synchronized (changes) {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > end) {
          fail(what + " " + state);
        }
        // The tracker tells of a service a moment before it lists it: look again now and then.
        changes.wait(50);
      }
    }
  }

  /** Nobody has to be waited for: there is no such service now. */
  void assertAbsent() {
    assertEquals(0, tracker.size(), () -> what + " is there");
  }

  /** Refers to the one service. */
  ServiceReference<S> reference() {
    SortedMap<ServiceReference<S>, S> tracked = tracker.getTracked();
    assertEquals(1, tracked.size(), what);
    return tracked.firstKey();
  }

  @Override
  public void close() {
    tracker.close();
  }
}
