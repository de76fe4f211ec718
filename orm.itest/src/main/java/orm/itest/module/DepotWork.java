package orm.itest.module;

import static orm.itest.module.Depot_.DEPOT;

import java.time.Duration;
import java.util.function.Function;
import orm.api.Database;

/** Uses the table of the module, so that a database knows its classes. */
public final class DepotWork implements Function<Database, Long> {
  @Override
  public Long apply(Database db) {
    Depot saved = db.insert(DEPOT, new Depot(null, "north"));
    if (!db.get(DEPOT, DEPOT.keyOf(saved)).equals(saved)) {
      throw new IllegalStateException("another depot than was saved");
    }
    Object first = db.get(DEPOT, DEPOT.keyOf(saved));
    Object second = db.get(DEPOT, DEPOT.keyOf(saved));
    if (first != second) {
      throw new IllegalStateException("the depot is not kept in memory");
    }
    if (db.from(DEPOT).cached(Duration.ofHours(1)).list().isEmpty()) {
      throw new IllegalStateException("the depot that was saved is not there");
    }
    return db.from(DEPOT).where(DEPOT.name.eq("north")).count();
  }
}
