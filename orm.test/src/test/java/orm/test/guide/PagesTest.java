package orm.test.guide;

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
import orm.test.cache.Served;
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
    runFilled(page, db, page.table("fleet.Van_", "VAN"), page.constant("fleet.Vans", "TWO"));
  }

  /** Runs the examples of a page, each with the rows that the page names. */
  private static void runFilled(Page page, Database db, EntityTable<Object, ?> table, Object rows) {
    db.schema().create(List.of(table));
    page.run(db, () -> {
      long unused = db.deleteFrom(table).all().execute();
      db.insertAll(table, List.copyOf((List<?>) rows));
    });
  }

  @EachDatabase
  void fulltext(TestDatabase test) throws Exception {
    Page page = page("fulltext");
    Database db = test.open(builder(test));
    runFilled(
        page, db, page.table("press.Paper_", "PAPER"), page.constant("press.Papers", "THREE"));
  }

  @EachDatabase
  void cache(TestDatabase test) throws Exception {
    Page page = page("cache");
    EntityTable<Object, ?> titles = page.table("library.Title_", "TITLE");
    Database db = test.open(builder(test).cache(new CaffeineProvider()));
    db.schema().create(List.of(titles));
    Select<Object> kept = Select.from(titles).cached(Duration.ofHours(1));
    Served.await(() -> db.query(kept).list());
    run(page, db, titles);
  }
}
