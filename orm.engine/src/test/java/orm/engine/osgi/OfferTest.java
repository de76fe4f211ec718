package orm.engine.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

class OfferTest {
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch telling = new CountDownLatch(1);
  private final Offer<Runnable> offer = new Offer<>(context(), Runnable.class, () -> {});
  private final Thread withdrawing = new Thread(offer::withdraw, "withdrawing");

  @Test
  void whoHearsOfOtherPropertiesHearsOfTheEndAfterwards() throws Exception {
    offer.offer(FrameworkUtil.asDictionary(Map.of()));
    Thread changing =
        new Thread(() -> offer.offer(FrameworkUtil.asDictionary(Map.of())), "changing");
    changing.start();
    telling.await();
    withdrawing.start();
    withdrawing.join();
    changing.join();
    assertEquals(List.of("come", "changed", "gone"), told);
  }

  @Test
  void whatIsWithdrawnIsNotChanged() {
    offer.offer(FrameworkUtil.asDictionary(Map.of()));
    offer.close();
    offer.offer(FrameworkUtil.asDictionary(Map.of()));
    assertEquals(List.of("come", "gone"), told);
  }

  private BundleContext context() {
    ServiceRegistration<?> registration = (ServiceRegistration<?>) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {ServiceRegistration.class},
        (self, method, arguments) -> {
          switch (method.getName()) {
            case "setProperties" -> {
              telling.countDown();
              awaitOther();
              told.add("changed");
            }
            case "unregister" -> told.add("gone");
            default -> throw new UnsupportedOperationException(method.getName());
          }
          return null;
        });
    return (BundleContext) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (self, method, args) -> {
          told.add("come");
          return registration;
        });
  }

  /** Until the other one waits for this one, or has not waited. */
  private void awaitOther() {
    Thread.State state = withdrawing.getState();
    while (state == Thread.State.NEW || state == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
      state = withdrawing.getState();
    }
  }
}
