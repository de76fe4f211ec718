package orm.test.eyes;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.bookshop.Author_.AUTHOR;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.StatementException;
import orm.micrometer.DatabaseMeters;
import orm.opentelemetry.DatabaseSpans;
import orm.test.bookshop.Author;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** What the adapters make of what they are told. */
class AdapterTest {
  @EachDatabase
  void metersCountStatementsTransactionsAndWaits(TestDatabase test) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    DatabaseMeters meters = new DatabaseMeters(registry);
    Database db = test.open(Orm.builder(test.settings())
        .listener(meters)
        .transactionListener(meters)
        .poolListener(meters));
    db.schema().create(List.of(AUTHOR));
    meters.add(db.admin());
    db.inTransaction(tx -> {
      tx.insert(AUTHOR, new Author(null, "a", null));
      tx.insert(AUTHOR, new Author(null, "b", null));
      assertEquals(1.0, registry.get("orm.pool.used").gauge().value());
    });
    assertThrows(
        StatementException.class, () -> db.sql("select nowhere from author").execute());

    var inserts = registry
        .get("orm.statements")
        .tags("database", "main", "kind", "insert", "entity", "Author", "outcome", "success")
        .timer();
    assertEquals(2, inserts.count());
    assertTrue(inserts.totalTime(TimeUnit.NANOSECONDS) > 0);
    assertEquals(
        1,
        registry
            .get("orm.statements")
            .tags("kind", "select", "entity", "none", "outcome", "error")
            .timer()
            .count());
    assertTrue(
        registry.get("orm.transactions").tag("outcome", "committed").timer().count() >= 1);
    assertTrue(registry.get("orm.pool.wait").tag("outcome", "success").timer().count() >= 2);
    assertEquals(0.0, registry.get("orm.pool.used").gauge().value());
    meters.close();
    assertEquals(List.of(), registry.getMeters());
  }

  @EachDatabase
  void aStatementIsASpanWithoutValues(TestDatabase test) {
    Spans spans = new Spans();
    Database db =
        test.open(Orm.builder(test.settings()).listener(new DatabaseSpans(spans.telemetry())));
    db.schema().create(List.of(AUTHOR));
    db.insert(AUTHOR, new Author(null, "hush", null));
    spans.done.clear();
    assertEquals(1, db.from(AUTHOR).where(AUTHOR.name.eq("hush")).list().size());
    assertThrows(
        StatementException.class, () -> db.sql("select nowhere from author").execute());

    assertEquals(2, spans.done.size());
    Map<String, Object> read = spans.done.get(0);
    assertEquals("SELECT Author", read.get("name"));
    assertEquals(SpanKind.CLIENT, read.get("kind"));
    String system = test.kind() == DatabaseKind.POSTGRES ? "postgresql" : "sqlite";
    assertEquals(system, read.get("db.system.name"));
    assertEquals("SELECT", read.get("db.operation.name"));
    assertEquals(1L, read.get("db.response.returned_rows"));
    assertEquals("AdapterTest.java", read.get("code.file.path"));
    Instant begin = requireNonNull((Instant) read.get("begin"));
    Instant end = requireNonNull((Instant) read.get("end"));
    assertTrue(begin.isBefore(end), read::toString);
    assertNull(read.get("status"));
    Map<String, Object> failed = spans.done.get(1);
    assertEquals(StatusCode.ERROR, failed.get("status"));
    assertTrue(String.valueOf(failed.get("error.type")).startsWith("ORM-"), failed::toString);
    assertTrue(!spans.done.toString().contains("hush"), spans.done::toString);
  }

  /** Spans as they were ended, by what was said of them. */
  private static final class Spans {
    final List<Map<String, Object>> done = new ArrayList<>();

    OpenTelemetry telemetry() {
      return stub(OpenTelemetry.class, (proxy, method, given) -> tracer());
    }

    private Tracer tracer() {
      return stub(Tracer.class, (proxy, method, given) -> builder((String) given[0]));
    }

    private SpanBuilder builder(String name) {
      Map<String, Object> said = new HashMap<>(Map.of("name", name));
      return stub(SpanBuilder.class, (proxy, method, given) -> {
        switch (method.getName()) {
          case "setSpanKind" -> said.put("kind", given[0]);
          case "setStartTimestamp" -> said.put("begin", given[0]);
          default -> {
            return span(said);
          }
        }
        return proxy;
      });
    }

    private Span span(Map<String, Object> said) {
      return stub(Span.class, (proxy, method, given) -> switch (method.getName()) {
        case "isRecording" -> true;
        case "setAttribute" -> {
          said.put((String) given[0], given[1]);
          yield proxy;
        }
        case "setStatus" -> {
          said.put("status", given[0]);
          yield proxy;
        }
        case "end" -> {
          said.put("end", given[0]);
          done.add(said);
          yield null;
        }
        default -> throw new AssertionError(method);
      });
    }

    private static <T> T stub(Class<T> type, InvocationHandler does) {
      return type.cast(
          Proxy.newProxyInstance(Spans.class.getClassLoader(), new Class<?>[] {type}, does));
    }
  }
}
