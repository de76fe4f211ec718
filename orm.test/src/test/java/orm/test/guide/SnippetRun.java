package orm.test.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import orm.api.Database;
import orm.api.error.OrmException;

/** Runs a snippet that was compiled, and compares what it gives with what it says. */
final class SnippetRun {
  private SnippetRun() {}

  static void run(Snippet snippet, ClassLoader loader, Database db) throws Throwable {
    AtomicInteger checked = new AtomicInteger();
    BiConsumer<String, Callable<?>> check = (expected, value) -> {
      checked.incrementAndGet();
      check(snippet, expected, shown(value));
    };
    try {
      Class.forName(snippet.className(), true, loader)
          .getMethod("run", Database.class, BiConsumer.class)
          .invoke(null, db, check);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof AssertionError wrong) {
        throw wrong;
      }
      throw new AssertionError("line " + snippet.line(), failed.getCause());
    }
    assertEquals(snippet.values(), checked.get(), () -> "line " + snippet.line());
  }

  private static String shown(Callable<?> value) {
    try {
      return String.valueOf(value.call());
    } catch (OrmException | IllegalStateException | IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }

  private static void check(Snippet snippet, String expected, String shown) {
    String one = expected.replaceAll("\\s+", " ");
    String other = shown.replaceAll("\\s+", " ");
    if (one.endsWith("…")) {
      String begin = one.substring(0, one.length() - 1);
      assertTrue(other.startsWith(begin), () -> "line " + snippet.line() + ": " + other);
    } else {
      assertEquals(one, other, () -> "line " + snippet.line());
    }
  }
}
