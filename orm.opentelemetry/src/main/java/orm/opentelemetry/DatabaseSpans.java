package orm.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.error.OrmException;
import orm.spi.listen.CallSite;
import orm.spi.listen.StatementEvent;
import orm.spi.listen.StatementListener;

/**
 * Makes a span of each statement, with the times that it had, below the span of the thread that ran
 * it. The attributes are those of the conventions for clients of databases; the text of a statement
 * holds no values. Safe for use by several threads.
 */
@Component
public final class DatabaseSpans implements StatementListener {
  private final Tracer tracer;

  /**
   * Makes spans.
   *
   * @param telemetry takes them
   */
  @Activate
  public DatabaseSpans(@Reference OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("orm");
  }

  @Override
  public void executed(StatementEvent event) {
    String entity = event.entity();
    Instant begin = event.started();
    String kind =
        event.kind() == StatementEvent.Kind.OTHER ? "SQL" : event.kind().name();
    Span span = tracer
        .spanBuilder(entity == null ? kind : kind + " " + entity)
        .setSpanKind(SpanKind.CLIENT)
        .setStartTimestamp(begin)
        .startSpan();
    if (span.isRecording()) { // finding the line that called takes time
      describe(span, event);
    }
    span.end(begin.plusNanos(event.nanos()));
  }

  private static void describe(Span span, StatementEvent event) {
    span.setAttribute("db.system.name", system(event.dialect()));
    span.setAttribute("db.query.text", event.sql());
    if (event.kind() != StatementEvent.Kind.OTHER) {
      span.setAttribute("db.operation.name", event.kind().name());
    }
    if (event.kind() == StatementEvent.Kind.SELECT && event.rows() >= 0) {
      span.setAttribute("db.response.returned_rows", event.rows());
    }
    span.setAttribute("orm.database", event.database());
    if (event.transaction() > 0) {
      span.setAttribute("orm.transaction", event.transaction());
    }
    CallSite site = event.callSite();
    if (site != null) {
      span.setAttribute("code.function.name", site.className() + "." + site.method());
      if (site.file() != null) {
        span.setAttribute("code.file.path", site.file());
      }
      if (site.line() >= 0) {
        span.setAttribute("code.line.number", site.line());
      }
    }
    Throwable error = event.error();
    if (error != null) { // the words of a driver may hold values
      span.setStatus(StatusCode.ERROR);
      span.setAttribute(
          "error.type",
          error instanceof OrmException typed
              ? typed.code().toString()
              : error.getClass().getName());
    }
  }

  private static String system(String dialect) {
    return dialect.equals("postgres") ? "postgresql" : dialect;
  }
}
