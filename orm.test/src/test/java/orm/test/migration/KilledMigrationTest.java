package orm.test.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import orm.api.migration.MigrationOptions;
import orm.api.migration.Undo;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * A run that is killed before any of its calls to the database leaves a state from which the next
 * run comes to the same end.
 */
class KilledMigrationTest {
  /** Every call in a proof; a sample of them in every build, since each costs a JVM. */
  private static final int EACH = "full".equals(System.getProperty("orm.proof")) ? 1 : 6;

  @TempDir
  private Path folder;

  private Application shop(TestDatabase test) {
    String alone = test.kind() == DatabaseKind.POSTGRES
        ? "create index concurrently a_id on a (id);"
        : "vacuum;";
    String back =
        test.kind() == DatabaseKind.POSTGRES ? "drop index concurrently a_id;" : "vacuum;";
    return new Application(test, folder)
        .file(
            "shop",
            "0001_a.sql",
            "create table a (id integer);\ninsert into a values (1);\n"
                + "-- orm: down\ndrop table a;")
        .file(
            "shop",
            "0002_b.sql",
            "-- orm: transaction none\n"
                + "insert into a values (2);\n" + alone + "\ninsert into a values (3);\n"
                + "-- orm: down\n" + back
                + "\ncreate table undone (id integer);\ndrop table undone;");
  }

  @EachDatabase
  void atEveryCall(TestDatabase test) throws Exception {
    Application shop = shop(test);
    Path module = folder.resolve("shop");
    String whole = Child.finish(Child.start(test.settings(), module, "up", 0));
    assertTrue(whole.contains("ran shop 2"), whole);
    List<String> objects = shop.objects();
    int up = calls(whole);
    String back = Child.finish(Child.start(test.settings(), module, "down", 0));
    assertEquals(List.of(), shop.objects());
    killAtEach(test, shop, "up", up, objects, List.of("1", "2", "3"));
    assertEquals(List.of("shop 1 UNDONE", "shop 2 UNDONE"), shop.states());
    killAtEach(test, shop, "down", calls(back), objects, List.of("1", "2", "3"));
  }

  private static int calls(String output) {
    return Integer.parseInt(output.replaceFirst("(?s).*calls (\\d+).*", "$1"));
  }

  /** Goes up and down, and is killed on one of the two ways. */
  private void killAtEach(
      TestDatabase test,
      Application shop,
      String killed,
      int calls,
      List<String> objects,
      List<String> rows)
      throws Exception {
    assertTrue(calls > 10, "too few calls to be all: " + calls);
    for (int call = 1; call <= calls; call += EACH) {
      for (String way : List.of("up", "down")) {
        if (way.equals(killed)) {
          Process child = Child.start(test.settings(), folder.resolve("shop"), way, call);
          String output = Child.finish(child);
          assertEquals(Child.HALTED, child.exitValue(), killed + " " + call + ": " + output);
        }
        if (way.equals("up")) {
          shop.migrations().apply();
          assertEquals(objects, shop.objects(), killed + " " + call);
          assertEquals(rows, shop.strings("select id from a order by id"), killed + " " + call);
          assertFalse(shop.states().toString().contains("INTERRUPTED"));
        } else {
          shop.migrations()
              .undo(Undo.everything(), MigrationOptions.defaults().accepting("table a"));
          assertEquals(List.of(), shop.objects(), killed + " " + call);
        }
      }
    }
  }
}
