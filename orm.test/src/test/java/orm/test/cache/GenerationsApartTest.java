package orm.test.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.cache.Item_.ITEM;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import orm.api.query.Select;
import orm.engine.cache.CachedRead;
import orm.engine.cache.Caches;
import orm.engine.cache.DatabaseCache;
import orm.engine.cache.PeerLink;
import orm.engine.plan.PlanKey;
import orm.spi.dialect.Connector;

/** Calls of a generation that drains, beside those of the one that serves. */
class GenerationsApartTest {
  private final DatabaseCache cache = cache();
  private final PeerLink peers = new PeerLink(cache, alone());

  private static DatabaseCache cache() {
    Caches caches = new Caches();
    caches.use(new MapProvider(() -> false));
    return caches.of("main");
  }

  /** A database without messages between processes. */
  private static Connector alone() {
    return (Connector) Proxy.newProxyInstance(
        Connector.class.getClassLoader(),
        new Class<?>[] {Connector.class},
        (proxy, method, given) -> Optional.empty());
  }

  private CachedRead<String> read(int generation) {
    List<Object> values = new ArrayList<>();
    PlanKey plan = PlanKey.of(Select.from(ITEM).tree(), "rows", values, 0);
    CachedRead<String> read = cache.query(
        peers,
        generation,
        plan,
        values,
        List.of(),
        Set.of("item"),
        Duration.ofHours(1).toNanos());
    return Objects.requireNonNull(read, "the cache serves");
  }

  @Test
  void theNewGenerationDoesNotWaitForWhatTheOldOneReads() throws Exception {
    CountDownLatch asks = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<String> old = CompletableFuture.supplyAsync(() -> read(1).ask(0, () -> {
      asks.countDown();
      try {
        assertTrue(goOn.await(30, TimeUnit.SECONDS));
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
      return "of the old database";
    }));
    assertTrue(asks.await(30, TimeUnit.SECONDS));
    CompletableFuture<String> next = new CompletableFuture<>();
    Thread caller = new Thread(() ->
        next.complete(read(2).ask(TimeUnit.SECONDS.toNanos(30), () -> "of the new database")));
    caller.start();
    while (caller.isAlive() && caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    assertEquals("of the new database", next.get(30, TimeUnit.SECONDS));
    assertEquals("of the old database", old.get(30, TimeUnit.SECONDS));
  }
}
