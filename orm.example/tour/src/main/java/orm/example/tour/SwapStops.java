package orm.example.tour;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Bundle;
import orm.api.Database;
import orm.api.admin.GenerationInfo;
import orm.api.admin.SwapInfo;
import orm.example.catalog.Book;
import orm.example.catalog.Book_;

/** What is replaced while it is used. */
final class SwapStops {

  private static final String DIALECT = "orm.dialect.sqlite";

  /** Calls on each side of a swap. */
  private static final int ENOUGH = 500;

  private final Container container;
  private final SqlLog log;

  SwapStops(Container container, SqlLog log) {
    this.container = container;
    this.log = log;
  }

  void dialect(Guide guide) throws Exception {
    Database database = container.await(Database.class, Tour.FILTER);
    List<Long> books = database.from(Book_.BOOK).list().stream()
        .map(book -> Objects.requireNonNull(book.id()))
        .toList();
    BigDecimal before = total(database);
    guide.say(Load.THREADS + " threads raise the prices of books by a cent, again and again: read,"
        + " add, write. Meanwhile a newer version of the bundle " + DIALECT + " comes, and the old"
        + " one is stopped.");
    try (Load load = new Load(database, books)) {
      Container.awaitTrue("the load has not begun", () -> load.committed() > ENOUGH);
      Bundle newer = container.startNewer(DIALECT);
      Container.awaitTrue(
          "the newer dialect does not serve",
          () -> provider(database).equals(DIALECT + " " + newer.getVersion()));
      container.stop(DIALECT);
      int committed = load.committed();
      Container.awaitTrue("the load does not go on", () -> load.committed() > committed + ENOUGH);
      load.end();

      List<SwapInfo> swaps = database.admin().swaps();
      report(guide, load, swaps.get(0));
      guide.check(
          "the newer version serves: " + provider(database), swaps.get(0).to() == 2);
      guide.check("no call failed", load.failures().isEmpty());
      guide.check("none had to wait for the swap", swaps.get(0).waited() == 0);
      BigDecimal raised = Load.STEP.multiply(BigDecimal.valueOf(load.committed()));
      guide.check(
          "the prices have risen by " + raised + ": each of " + load.committed()
              + " transactions counts once",
          total(database).compareTo(before.add(raised)) == 0);
    }
    log.take();
  }

  private static void report(Guide guide, Load load, SwapInfo swap) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("swap", "generation " + swap.from() + " to " + swap.to() + ", " + swap.reason()));
    rows.add(List.of("calls", String.valueOf(load.committed() + load.failures().size())));
    rows.add(List.of("failures", String.valueOf(load.failures().size())));
    rows.add(List.of("calls that waited for it", String.valueOf(swap.waited())));
    rows.add(List.of("longest pause", swap.paused().toMillis() + " ms"));
    rows.add(List.of("longest call", load.longestMillis() + " ms"));
    guide.table(rows);
  }

  private static String provider(Database database) {
    return database.admin().generations().stream()
        .filter(GenerationInfo::serving)
        .map(GenerationInfo::provider)
        .findFirst()
        .orElse("nobody");
  }

  private static BigDecimal total(Database database) {
    return database.from(Book_.BOOK).list().stream()
        .map(Book::price)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
