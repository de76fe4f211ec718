package orm.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WeakIdentityCacheTest {
  private final WeakIdentityCache<Object, Object> cache = new WeakIdentityCache<>();

  @Test
  void equalKeysAreToldApart() {
    String one = new String("key");
    String other = new String("key");
    Object value = cache.get(one, key -> new Object());
    assertSame(value, cache.get(one, key -> new Object()));
    assertNotSame(value, cache.get(other, key -> new Object()));
  }

  @Test
  void whatIsClearedIsMadeAgain() {
    AtomicInteger made = new AtomicInteger();
    Object key = new Object();
    cache.get(key, ignored -> made.incrementAndGet());
    cache.clear();
    cache.get(key, ignored -> made.incrementAndGet());
    assertEquals(2, made.get());
  }

  @Test
  void nothingKeepsAKeyThatNobodyElseHolds() {
    WeakReference<Object> gone = cached();
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      while (gone.get() != null) {
        System.gc();
        Thread.onSpinWait();
      }
    });
  }

  private WeakReference<Object> cached() {
    Object key = new Object();
    cache.get(key, ignored -> "value");
    return new WeakReference<>(key);
  }
}
