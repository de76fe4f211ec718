package orm.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static orm.itest.consumer.Note_.NOTE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import orm.api.Database;

/** Who was compiled against an older API goes on beside who was compiled against this one. */
class ContractIT {
  private static final String CURRENT = "orm.itest.consumer";
  private static final String KEPT = "orm.itest.consumer.kept";

  @RegisterExtension
  final TestContainer container = new TestContainer();

  @TempDir
  Path folder;

  private final List<Bundle> installed = new ArrayList<>();

  private Bundle install(String consumer) throws BundleException {
    Bundle bundle = container.context().installBundle(System.getProperty(consumer));
    installed.add(bundle);
    bundle.start();
    return bundle;
  }

  @AfterEach
  void uninstall() throws BundleException {
    for (Bundle bundle : installed) {
      bundle.uninstall();
    }
  }

  @Test
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void consumersOfTheKeptAndOfThisApiShareADatabase() throws Exception {
    container.configure(
        Map.of("name", "contract", "url", "jdbc:sqlite:" + folder.resolve("contract.db")));
    Database db = container.watch("contract").come();
    db.schema().create(List.of(NOTE));
    assertEquals(KEPT, install(KEPT).getSymbolicName());
    assertEquals(CURRENT, install(CURRENT).getSymbolicName());
    Function<String, Map<String, Integer>> old =
        container.watch(Function.class, "(orm.itest.consumer=" + KEPT + ")").come();
    Function<String, Map<String, Integer>> young =
        container.watch(Function.class, "(orm.itest.consumer=" + CURRENT + ")").come();
    assertNotEquals(old.getClass(), young.getClass());

    assertEquals(Map.of("a", 0), old.apply("a"));
    assertEquals(Map.of("a", 1, "b", 0), young.apply("b"));
    assertEquals(Map.of("a", 2, "b", 1, "c", 0), old.apply("c"));
  }
}
