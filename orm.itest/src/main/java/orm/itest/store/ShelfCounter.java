package orm.itest.store;

import static orm.itest.store.Shelf_.SHELF;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.Database;

/** An application's component: it lives as long as its database does. */
@Component(service = ShelfCounter.class)
public final class ShelfCounter {
  private final Database db;
  private final long shelvesAtStart;

  /**
   * Counts, because a component may use its database as soon as it has it.
   *
   * @param db the database
   */
  @Activate
  public ShelfCounter(@Reference(target = "(orm.database=restless)") Database db) {
    this.db = db;
    shelvesAtStart = db.from(SHELF).count();
  }

  /** {@return how many shelves have come since} */
  public long added() {
    return db.from(SHELF).count() - shelvesAtStart;
  }
}
