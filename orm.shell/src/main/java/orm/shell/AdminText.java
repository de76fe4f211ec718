package orm.shell;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import orm.api.admin.CacheInfo;
import orm.api.admin.DatabaseAdmin;
import orm.api.admin.DatabaseState;
import orm.api.admin.GenerationInfo;
import orm.api.admin.PoolInfo;
import orm.api.admin.SwapInfo;
import orm.api.json.Json;

/** Shows what serves a database. */
final class AdminText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private AdminText() {}

  static String state(DatabaseAdmin admin) {
    return admin.state().name().toLowerCase(Locale.ROOT);
  }

  static void generations(Call call, DatabaseAdmin admin) {
    String line = admin.database() + " is " + state(admin) + "; " + calls(admin.waiting());
    boolean serves = admin.state() == DatabaseState.SERVING;
    call.say(call.terminal() ? (serves ? Style.GREEN : Style.YELLOW).of(line) : line);
    List<GenerationInfo> generations = admin.generations();
    if (!generations.isEmpty()) {
      Table table =
          new Table("GENERATION", "", "SINCE", "BROUGHT BY", "PRODUCT", "INSIDE", "CONNECTIONS");
      for (GenerationInfo one : generations) {
        table.add(
            String.valueOf(one.number()),
            one.serving() ? "serves" : "drains",
            time(one.since()),
            one.provider(),
            one.product(),
            String.valueOf(one.users()),
            one.pool().inUse() + " of " + one.pool().open() + " in use");
      }
      table.print(call.out());
    }
    swaps(call, admin.swaps());
  }

  private static String calls(int waiting) {
    return switch (waiting) {
      case 0 -> "no call waits.";
      case 1 -> "1 call waits.";
      default -> waiting + " calls wait.";
    };
  }

  private static void swaps(Call call, List<SwapInfo> swaps) {
    if (swaps.isEmpty()) {
      return;
    }
    call.say("");
    Table table =
        new Table("SWAP", "AT", "READY AFTER", "CALLS PAUSED", "WAITED", "DRAINED IN", "BECAUSE");
    for (SwapInfo one : swaps) {
      table.add(
          one.from() + " to " + (one.to() == 0 ? "none" : one.to()),
          time(one.at()),
          time(one.preparing()),
          one.paused().isZero() ? "never" : time(one.paused()),
          String.valueOf(one.waited()),
          one.drained().map(AdminText::time).orElse(""),
          one.reason());
      if (call.terminal() && one.error().isPresent()) {
        table.style(Style.RED);
      }
    }
    table.print(call.out());
    for (SwapInfo one : swaps) {
      one.error().ifPresent(error -> {
        call.say("");
        call.say("Refused at " + time(one.at()) + ": " + error);
      });
    }
  }

  static Table pools() {
    return new Table("DATABASE", "MOST", "OPEN", "IN USE", "IDLE", "THREADS WAITING");
  }

  static void pool(Table table, DatabaseAdmin admin) {
    PoolInfo pool = admin.pool();
    table.add(
        admin.database(),
        String.valueOf(pool.max()),
        String.valueOf(pool.open()),
        String.valueOf(pool.inUse()),
        String.valueOf(pool.idle()),
        String.valueOf(pool.waiting()));
  }

  static Json pool(DatabaseAdmin admin) {
    return Json.object()
        .put("database", Json.of(admin.database()))
        .put("pool", pool(admin.pool()))
        .build();
  }

  static Table caches() {
    return new Table(
        "DATABASE", "CACHE", "ENTRIES", "HITS", "MISSES", "EVICTED", "OUT OF DATE", "FAILED");
  }

  static void caches(Table table, DatabaseAdmin admin) {
    for (CacheInfo cache : admin.caches()) {
      table.add(
          admin.database(),
          cache.name(),
          String.valueOf(cache.entries()),
          String.valueOf(cache.hits()),
          String.valueOf(cache.misses()),
          String.valueOf(cache.evictions()),
          String.valueOf(cache.invalidations()),
          cache.failed());
    }
  }

  static Json caches(DatabaseAdmin admin) {
    return Json.object()
        .put("database", Json.of(admin.database()))
        .put("caches", Json.array(admin.caches().stream().map(AdminText::cache).toList()))
        .build();
  }

  private static Json cache(CacheInfo cache) {
    return Json.object()
        .put("name", Json.of(cache.name()))
        .put("entries", Json.of(cache.entries()))
        .put("hits", Json.of(cache.hits()))
        .put("misses", Json.of(cache.misses()))
        .put("evictions", Json.of(cache.evictions()))
        .put("invalidations", Json.of(cache.invalidations()))
        .put("failed", Json.of(cache.failed()))
        .build();
  }

  private static Json pool(PoolInfo pool) {
    return Json.object()
        .put("max", Json.of(pool.max()))
        .put("open", Json.of(pool.open()))
        .put("inUse", Json.of(pool.inUse()))
        .put("idle", Json.of(pool.idle()))
        .put("waiting", Json.of(pool.waiting()))
        .build();
  }

  static Json generations(DatabaseAdmin admin) {
    return Json.object()
        .put("database", Json.of(admin.database()))
        .put("state", Json.of(state(admin)))
        .put("waiting", Json.of(admin.waiting()))
        .put(
            "generations",
            Json.array(admin.generations().stream().map(AdminText::generation).toList()))
        .put("swaps", Json.array(admin.swaps().stream().map(AdminText::swap).toList()))
        .build();
  }

  private static Json generation(GenerationInfo one) {
    return Json.object()
        .put("number", Json.of(one.number()))
        .put("serving", Json.of(one.serving()))
        .put("dialect", Json.of(one.dialect()))
        .put("provider", Json.of(one.provider()))
        .put("product", Json.of(one.product()))
        .put("since", Json.of(one.since().toString()))
        .put("users", Json.of(one.users()))
        .put("pool", pool(one.pool()))
        .build();
  }

  private static Json swap(SwapInfo one) {
    return Json.object()
        .put("at", Json.of(one.at().toString()))
        .put("reason", Json.of(one.reason()))
        .put("from", Json.of(one.from()))
        .put("to", Json.of(one.to()))
        .put("preparingMillis", millis(one.preparing()))
        .put("pausedMillis", millis(one.paused()))
        .put("waited", Json.of(one.waited()))
        .put("drainedMillis", one.drained().map(AdminText::millis).orElse(Json.ofNull()))
        .put("error", Json.of(one.error().orElse(null)))
        .build();
  }

  private static Json millis(Duration time) {
    return Json.of(BigDecimal.valueOf(TimeUnit.NANOSECONDS.toMicros(time.toNanos()), 3));
  }

  private static String time(Instant instant) {
    return TIME.format(instant.atZone(ZoneId.systemDefault()));
  }

  private static String time(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
