package orm.engine.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DialectDataSourceTest {
  private final CountDownLatch secondIsOpening = new CountDownLatch(1);
  private final CountDownLatch secondMayOpen = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();
  private final Set<Integer> open = ConcurrentHashMap.newKeySet();

  @Test
  void aConnectionThatOpensWhileThePoolClosesIsClosedToo() throws Exception {
    HikariConfig config = new HikariConfig();
    config.setDataSource(new DialectDataSource(source()));
    config.setMinimumIdle(1);
    config.setMaximumPoolSize(2);
    HikariDataSource pool = new HikariDataSource(config);
    try (Connection first = pool.getConnection()) {
      // With the only connection in use, the pool opens another one to have one idle.
      assertTrue(secondIsOpening.await(30, TimeUnit.SECONDS), first::toString);
    }
    Thread closing = new Thread(pool::close, "closing");
    closing.start();
    while (!pool.isClosed()) {
      Thread.onSpinWait();
    }
    closing.join(200); // ends here at once if it does not wait
    secondMayOpen.countDown();
    closing.join();
    assertEquals(2, calls.get());
    assertEquals(Set.of(), open);
  }

  @Test
  void itCountsWhatIsOpenWhateverThePoolKnows() throws Exception {
    DialectDataSource physical = new DialectDataSource(source());
    Connection first = physical.getConnection();
    assertEquals(1, physical.open());
    secondMayOpen.countDown();
    try (Connection second = physical.getConnection()) {
      assertEquals(2, physical.open(), second::toString);
      first.close();
      assertEquals(1, physical.open());
    }
    assertEquals(0, physical.open());
  }

  private DataSource source() {
    return proxy(DataSource.class, (method, arguments) -> switch (method) {
      case "getConnection" -> {
        int number = calls.incrementAndGet();
        if (number == 2) {
          secondIsOpening.countDown();
          secondMayOpen.await();
        }
        open.add(number);
        yield connection(number);
      }
      case "getLoginTimeout" -> 0;
      default -> null;
    });
  }

  private Connection connection(int number) {
    return proxy(Connection.class, (method, arguments) -> switch (method) {
      case "close", "abort" -> {
        open.remove(number);
        yield null;
      }
      case "isValid", "getAutoCommit" -> true;
      case "isClosed" -> !open.contains(number);
      case "isReadOnly" -> false;
      case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
      case "getNetworkTimeout" -> 0;
      default -> null;
    });
  }

  private interface Answers {
    @Nullable
    Object to(String method, Object @Nullable [] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> switch (method.getName()) {
          case "hashCode" -> System.identityHashCode(self);
          case "equals" -> self == arguments[0];
          case "toString" -> type.getSimpleName();
          default -> answers.to(method.getName(), arguments);
        }));
  }
}
