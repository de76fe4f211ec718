package orm.shell;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import orm.api.admin.Advice;
import orm.api.admin.DatabaseWatch;
import orm.api.admin.SlowStatement;
import orm.api.admin.StatementInfo;
import orm.api.json.Json;

/** Shows what a database is watched for, and what was seen. */
final class WatchText {
  private WatchText() {}

  static void settings(Call call, DatabaseWatch watch) {
    Table table = new Table("SETTING", "VALUE");
    watch.settings().forEach((key, value) -> table.add(key, value));
    table.print(call.out());
  }

  static Json settings(DatabaseWatch watch) {
    var json = Json.object();
    for (Map.Entry<String, String> setting : new TreeMap<>(watch.settings()).entrySet()) {
      json = json.put(setting.getKey(), Json.of(setting.getValue()));
    }
    return json.build();
  }

  static void slow(Call call, DatabaseWatch watch, int most) {
    List<SlowStatement> all = watch.slow();
    if (all.isEmpty()) {
      nothing(call, watch, "slow.threshold");
    }
    for (SlowStatement one : all.subList(0, Math.min(most, all.size()))) {
      String line = millis(one.worst()) + " ms at worst, " + one.count()
          + (one.count() == 1 ? " time" : " times")
          + one.callSite().map(site -> ", " + site).orElse("");
      call.say(call.terminal() ? Style.YELLOW.of(line) : line);
      call.say("  " + one.sql());
      one.plan().forEach(node -> call.say("    " + node));
    }
  }

  static Json slow(SlowStatement one) {
    return Json.object()
        .put("sql", Json.of(one.sql()))
        .put("count", Json.of(one.count()))
        .put("worstMillis", Json.of(millis(one.worst())))
        .put("rows", Json.of(one.rows()))
        .put("at", Json.of(one.at().toString()))
        .put("callSite", Json.of(one.callSite().orElse(null)))
        .put("plan", Json.array(one.plan().stream().map(Json::of).toList()))
        .build();
  }

  static void advice(Call call, List<Advice> found) {
    if (found.isEmpty()) {
      call.say("  Nothing was found.");
    }
    for (Advice one : found) {
      String line = name(one) + ", " + one.count() + (one.count() == 1 ? " time: " : " times: ")
          + one.found() + ".";
      call.say(call.terminal() ? Style.YELLOW.of(line) : line);
      call.say("  " + one.fix() + ".");
    }
  }

  private static String name(Advice advice) {
    return switch (advice.kind()) {
      case N_PLUS_ONE -> "N+1";
      case MISSING_INDEX -> "Missing index";
      case LEAK -> "Connection kept";
      case IDLE_IN_TRANSACTION -> "Idle in transaction";
    };
  }

  static Json advice(Advice one) {
    return Json.object()
        .put("kind", Json.of(one.kind().name().toLowerCase(Locale.ROOT)))
        .put("found", Json.of(one.found()))
        .put("fix", Json.of(one.fix()))
        .put("sql", Json.of(one.sql().orElse(null)))
        .put("callSite", Json.of(one.callSite().orElse(null)))
        .put("at", Json.of(one.at().toString()))
        .put("count", Json.of(one.count()))
        .build();
  }

  static void statements(Call call, DatabaseWatch watch, int most) {
    List<StatementInfo> all = watch.statements();
    if (all.isEmpty()) {
      nothing(call, watch, "statistics");
      return;
    }
    Table table =
        new Table("COUNT", "FAILED", "ROWS", "TOTAL MS", "MEAN MS", "MAX MS", "STATEMENT");
    for (StatementInfo one : all.subList(0, Math.min(most, all.size()))) {
      table.add(
          String.valueOf(one.count()),
          String.valueOf(one.errors()),
          String.valueOf(one.rows()),
          millis(one.total()).toPlainString(),
          millis(one.mean()).toPlainString(),
          millis(one.max()).toPlainString(),
          one.sql());
    }
    table.print(call.out());
  }

  static Json statement(StatementInfo one) {
    return Json.object()
        .put("sql", Json.of(one.sql()))
        .put("count", Json.of(one.count()))
        .put("errors", Json.of(one.errors()))
        .put("rows", Json.of(one.rows()))
        .put("totalMillis", Json.of(millis(one.total())))
        .put("meanMillis", Json.of(millis(one.mean())))
        .put("maxMillis", Json.of(millis(one.max())))
        .build();
  }

  /** Nothing was seen, or nobody looks: who asks should know which. */
  private static void nothing(Call call, DatabaseWatch watch, String setting) {
    call.say("  Nothing; " + setting + " is " + watch.settings().get(setting) + ".");
  }

  private static BigDecimal millis(Duration time) {
    return BigDecimal.valueOf(TimeUnit.NANOSECONDS.toMicros(time.toNanos()), 3);
  }
}
