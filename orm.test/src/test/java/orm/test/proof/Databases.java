package orm.test.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import orm.api.Database;
import orm.test.database.DatabaseKind;
import orm.test.database.TestDatabase;

/** Every database at once, with the same rows in each. */
final class Databases implements AutoCloseable {
  private final List<TestDatabase> tests = new ArrayList<>();
  private final Map<DatabaseKind, Database> open = new EnumMap<>(DatabaseKind.class);

  Databases() {
    for (DatabaseKind kind : DatabaseKind.values()) {
      TestDatabase test = TestDatabase.create(kind);
      tests.add(test);
      open.put(kind, Proof.open(test));
    }
  }

  Comparison comparison() {
    return new Comparison(new Evaluator(Proof.stock()), open);
  }

  /** Lets go of the record of what ran. */
  void forget() {
    tests.forEach(TestDatabase::statements);
  }

  @Override
  public void close() {
    tests.forEach(test -> test.finish(false));
  }
}
