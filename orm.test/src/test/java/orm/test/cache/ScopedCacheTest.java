package orm.test.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.exists;
import static orm.test.cache.Memo_.MEMO;
import static orm.test.cache.Tag_.TAG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orm.api.Database;
import orm.api.DatabaseBuilder;
import orm.api.Operations;
import orm.api.Orm;
import orm.api.expression.Condition;
import orm.api.model.EntityTable;
import orm.api.query.Select;
import orm.cache.CaffeineProvider;
import orm.spi.filter.FilteredTable;
import orm.spi.filter.RowFilter;
import orm.spi.lifecycle.RowListener;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Nobody is served from memory what the database would not show, and listeners see all of it. */
class ScopedCacheTest {
  private static final Select<Memo> MEMOS =
      Select.from(MEMO).orderBy(MEMO.id.asc()).cached(Duration.ofHours(1));

  private String tenant = "red";

  private static Database open(TestDatabase database, DatabaseBuilder builder) {
    Database db = database.open(builder.cache(new CaffeineProvider()));
    db.schema().create(List.of(MEMO));
    db.unscoped("test data")
        .insertAll(
            MEMO,
            List.of(
                new Memo(1, "red", "one", null),
                new Memo(2, "blue", "two", null),
                new Memo(3, "red", "three", null)));
    return db;
  }

  private static List<Long> ids(Operations db) {
    return db.query(MEMOS).list().stream().map(Memo::id).toList();
  }

  @EachDatabase
  void deletedRowsAreNotServed(TestDatabase database) {
    Database db = open(database, Orm.builder(database.settings()));
    Served.await(() -> db.query(MEMOS).list());
    Memo one = db.get(MEMO, 1L);
    assertSame(one, db.get(MEMO, 1L));
    Memo three = db.get(MEMO, 3L);
    assertEquals(List.of(1L, 2L, 3L), ids(db));
    db.delete(MEMO, one);
    assertEquals(Optional.empty(), db.find(MEMO, 1L));
    assertEquals(List.of(2L, 3L), ids(db));
    assertSame(three, db.get(MEMO, 3L), "only the row was taken away");
    Operations all = db.unscoped("the test looks behind");
    Memo deleted = all.get(MEMO, 1L);
    assertTrue(deleted.deletedAt() != null);
    assertEquals(List.of(1L, 2L, 3L), ids(all));
    assertEquals(Optional.empty(), db.find(MEMO, 1L), "nobody else is served what was seen there");
    assertEquals(List.of(2L, 3L), ids(db));
    db.restore(MEMO, deleted);
    assertEquals(one, db.get(MEMO, 1L));
    assertEquals(List.of(1L, 2L, 3L), ids(db));
  }

  @EachDatabase
  void eachTenantIsServedItsOwn(TestDatabase database) {
    Database db = open(
        database,
        Orm.builder(database.settings())
            .filter(
                RowFilter.byColumn("tenant", "tenant", String.class, () -> Optional.of(tenant))));
    Served.await(() -> db.query(MEMOS).list());
    for (int round = 0; round < 2; round++) {
      tenant = "red";
      assertEquals(List.of(1L, 3L), ids(db));
      assertEquals(2, db.query(MEMOS).count());
      assertEquals("one", db.get(MEMO, 1L).text());
      tenant = "blue";
      assertEquals(List.of(2L), ids(db));
      assertEquals(1, db.query(MEMOS).count());
      assertEquals(Optional.empty(), db.find(MEMO, 1L));
      assertEquals(List.of(1L, 2L, 3L), ids(db.unscoped("the test sees everything")));
    }
    tenant = "red";
    assertSame(db.query(MEMOS).list(), db.query(MEMOS).list());
    db.inTransaction(tx -> {
      assertEquals(List.of(1L, 3L), ids(tx));
      tenant = "blue";
      assertEquals(List.of(2L), ids(tx));
      assertEquals(Optional.empty(), tx.find(MEMO, 1L));
    });
  }

  /** The filter asks another table, so a write there changes what is seen here. */
  @EachDatabase
  void resultsDependOnWhatFiltersAsk(TestDatabase database) {
    Database db = open(database, Orm.builder(database.settings()).filter(new Tagged()));
    db.schema().create(List.of(TAG));
    Served.await(() -> db.query(MEMOS).list());
    assertEquals(List.of(), ids(db));
    db.insert(TAG, new Tag(2, "public"));
    assertEquals(List.of(2L), ids(db));
    assertEquals("two", db.get(MEMO, 2L).text());
    db.deleteFrom(TAG).all().execute();
    assertEquals(List.of(), ids(db));
    assertEquals(Optional.empty(), db.find(MEMO, 2L));
  }

  /** Shows memos that have a tag of their number. */
  private static final class Tagged implements RowFilter {
    @Override
    public String name() {
      return "tagged";
    }

    @Override
    public Optional<Condition> conditionOn(FilteredTable table) {
      return table.is(MEMO)
          ? Optional.of(exists(Select.from(TAG).where(TAG.id.eq(MEMO.id))))
          : Optional.empty();
    }

    @Override
    public boolean checksWrites() {
      return false;
    }
  }

  @EachDatabase
  void listenersSeeEachRowThatIsServed(TestDatabase database) {
    List<Long> told = new ArrayList<>();
    Database db =
        open(database, Orm.builder(database.settings()).rowListener(new RowListener<Memo>() {
          @Override
          public EntityTable<Memo, ?> table() {
            return MEMO;
          }

          @Override
          public Memo afterLoad(Memo row) {
            told.add(row.id());
            return new Memo(row.id(), row.tenant(), row.text() + "!", row.deletedAt());
          }
        }));
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    do {
      database.statements();
      assertEquals("one!", db.get(MEMO, 1L).text());
      assertTrue(System.nanoTime() < end, "nothing is served from memory");
    } while (!database.statements().isEmpty());
    told.clear();
    assertEquals("one!", db.get(MEMO, 1L).text());
    assertEquals("two!", db.query(MEMOS).list().get(1).text());
    assertEquals("two!", db.query(MEMOS).list().get(1).text());
    assertEquals(List.of(1L, 1L, 2L, 3L, 1L, 2L, 3L), told);
  }
}
