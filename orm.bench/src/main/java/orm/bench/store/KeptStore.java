package orm.bench.store;

import static orm.bench.book.KeptBook_.KEPT_BOOK;

import orm.api.Database;

/** What this project is about, with rows in memory. */
final class KeptStore extends OrmStore {
  private final Database db;

  KeptStore(Database db) {
    super(db);
    this.db = db;
  }

  @Override
  public Object findKept(long key) {
    return db.find(KEPT_BOOK, key).orElseThrow();
  }
}
