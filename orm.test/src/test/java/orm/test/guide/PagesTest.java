package orm.test.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import orm.api.Database;
import orm.api.DatabaseBuilder;
import orm.api.Orm;
import orm.api.model.EntityTable;
import orm.api.query.Select;
import orm.cache.CaffeineProvider;
import orm.spi.convert.TypeConverter;
import orm.spi.filter.RowFilter;
import orm.spi.lifecycle.KeyGenerator;
import orm.spi.lifecycle.RowListener;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * Every example of the pages about plugins compiles without a warning, runs, and gives what it
 * says.
 */
class PagesTest {
  @TempDir
  private Path folder;

  private Page page(String name) throws Exception {
    return Page.compile(folder, name);
  }

  /** Runs the examples of a page, each with an empty table. */
  private static void run(
      TestDatabase test, Page page, DatabaseBuilder builder, EntityTable<Object, ?> table) {
    Database db = test.open(builder);
    db.schema().create(List.of(table));
    run(page, db, table);
  }

  private static void run(Page page, Database db, EntityTable<Object, ?> table) {
    page.run(db, () -> {
      long unused = db.unscoped("the next example").deleteFrom(table).all().execute();
    });
  }

  private static DatabaseBuilder builder(TestDatabase test) {
    return Orm.builder(test.settings());
  }

  @EachDatabase
  void validation(TestDatabase test) throws Exception {
    Page page = page("validation");
    DatabaseBuilder english =
        Orm.builder(test.settings().toBuilder().set("validation.locale", "en").build());
    run(test, page, english, page.table("hotel.Stay_", "STAY"));
  }

  @EachDatabase
  void logging(TestDatabase test) throws Exception {
    Page page = page("logging");
    run(test, page, builder(test), page.table("shop.Parcel_", "PARCEL"));
  }

  @EachDatabase
  void filters(TestDatabase test) throws Exception {
    Page page = page("filters");
    RowFilter tenants = (RowFilter) page.constant("office.Tenants", "ONLY_OURS");
    run(test, page, builder(test).filter(tenants), page.table("office.Paper_", "PAPER"));
  }

  @EachDatabase
  void lifecycle(TestDatabase test) throws Exception {
    Page page = page("lifecycle");
    DatabaseBuilder builder = builder(test)
        .actor(() -> Optional.of("ann"))
        .rowListener(page.made(RowListener.class, "desk.Trimming"))
        .keyGenerator(page.made(KeyGenerator.class, "desk.Keys"));
    run(test, page, builder, page.table("desk.Letter_", "LETTER"));
  }

  @EachDatabase
  void types(TestDatabase test) throws Exception {
    Page page = page("types");
    Database db =
        test.open(builder(test).converter(page.made(TypeConverter.class, "fleet.MoneyConverter")));
    EntityTable<Object, ?> vans = page.table("fleet.Van_", "VAN");
    db.schema().create(List.of(vans));
    List<?> two = (List<?>) page.constant("fleet.Vans", "TWO");
    page.run(db, () -> {
      long unused = db.deleteFrom(vans).all().execute();
      db.insertAll(vans, List.copyOf(two));
    });
  }

  @EachDatabase
  void cache(TestDatabase test) throws Exception {
    Page page = page("cache");
    EntityTable<Object, ?> titles = page.table("library.Title_", "TITLE");
    Database db = test.open(builder(test).cache(new CaffeineProvider()));
    db.schema().create(List.of(titles));
    awaitServed(db, Select.from(titles).cached(Duration.ofHours(1)));
    run(page, db, titles);
  }

  /** On PostgreSQL nothing is served before the link between processes has begun. */
  private static void awaitServed(Database db, Select<?> kept) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (db.query(kept).list() != db.query(kept).list()) {
      assertTrue(System.nanoTime() < end, "nothing is served from memory");
      Thread.onSpinWait();
    }
  }
}
