package orm.test.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.migration.MigrationReport;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Of many that start at once one migrates, and the others see it done. */
class ConcurrentMigrationTest {
  private static final int MIGRATORS = 8;
  private static final int ROUNDS = 20;

  @TempDir
  private Path folder;

  /** One of them builds an index for which the others must not hold anything. */
  private Application shop(TestDatabase test, Path where) {
    String index = test.kind() == DatabaseKind.POSTGRES ? "concurrently " : "";
    return new Application(test, where)
        .file("shop", "0001_a.sql", "create table a (id integer);\ninsert into a values (1);")
        .file(
            "shop",
            "0002_b.sql",
            "-- orm: transaction none\ncreate index " + index
                + "a_id on a (id);\ninsert into a values (2);")
        .file("shop", "0003_c.sql", "create table c (id integer);\ninsert into a values (3);");
  }

  @EachDatabase
  void eightThreads(TestDatabase test) throws Exception {
    Application shop = shop(test, folder);
    List<Database> databases = new ArrayList<>();
    for (int i = 0; i < MIGRATORS; i++) {
      databases.add(shop.open());
    }
    ExecutorService threads = Executors.newFixedThreadPool(MIGRATORS);
    try {
      CyclicBarrier start = new CyclicBarrier(MIGRATORS);
      List<Future<MigrationReport>> runs = new ArrayList<>();
      for (Database database : databases) {
        runs.add(threads.submit(() -> {
          start.await(30, TimeUnit.SECONDS);
          return database.migrations().apply();
        }));
      }
      int ran = 0;
      for (Future<MigrationReport> run : runs) {
        ran += run.get(120, TimeUnit.SECONDS).ran().size();
      }
      assertEquals(3, ran);
      assertEquals(List.of("1", "2", "3"), shop.strings("select id from a order by id"));
    } finally {
      threads.shutdownNow();
    }
  }

  @EachDatabase
  @EnabledIfSystemProperty(
      named = "orm.proof",
      matches = "full",
      disabledReason = "twenty rounds of eight JVMs take minutes; -Dorm.proof=full runs them")
  void eightProcesses(TestDatabase test) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Path where = folder.resolve("round" + round);
      Application shop = shop(test, where);
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < MIGRATORS; i++) {
        processes.add(Child.start(test.settings(), where.resolve("shop"), "up", 0));
      }
      StringBuilder output = new StringBuilder();
      for (Process process : processes) {
        output.append(Child.finish(process));
        assertEquals(0, process.exitValue(), output::toString);
      }
      for (int id = 1; id <= 3; id++) {
        assertEquals(1, output.toString().split("ran shop " + id, -1).length - 1, output::toString);
      }
      assertEquals(List.of("1", "2", "3"), shop.strings("select id from a order by id"));
      assertTrue(shop.migrations().status().isCurrent());
      shop.execute("drop table a");
      shop.execute("drop table c");
      shop.execute("drop table orm_migration");
    }
  }
}
