package orm.itest.module;

import static orm.itest.module.Depot_.DEPOT;

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
    return db.from(DEPOT).where(DEPOT.name.eq("north")).count();
  }
}
