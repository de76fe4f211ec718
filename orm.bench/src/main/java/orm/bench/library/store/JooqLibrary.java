package orm.bench.library.store;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static orm.bench.library.Author_.AUTHOR;
import static orm.bench.library.Publisher_.PUBLISHER;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import orm.bench.library.Author;
import orm.bench.library.AuthorPage;
import orm.bench.library.Family;
import orm.bench.library.Library;
import orm.bench.library.Line;
import orm.bench.library.Novel;
import orm.bench.library.NovelCard;
import orm.bench.library.Publisher;
import orm.bench.library.Search;
import orm.bench.library.Sheet;
import orm.bench.library.Tag;

/**
 * jOOQ with its query language and typed mapping, tables written down by hand. Lists are read by
 * one query for each level, as the others read them, and not by {@code multiset}.
 */
final class JooqLibrary implements LibraryStore {
  private final HikariDataSource pool;
  private final DSLContext db;

  /** All novels, the oldest first: what a program has shown on the page before. */
  private final List<Novel> byAge = Library.byAge();

  JooqLibrary(HikariDataSource pool, LibraryForm form) {
    this.pool = pool;
    this.db = DSL.using(
        pool,
        form == LibraryForm.SQLITE ? SQLDialect.SQLITE : SQLDialect.POSTGRES,
        new Settings().withExecuteLogging(false));
  }

  /** The tables. */
  private static final class T {
    static final Table<?> AUTHOR = table(name("author"));
    static final Field<Long> AUTHOR_KEY = column("author", "id", SQLDataType.BIGINT);
    static final Field<String> AUTHOR_NAME = column("author", "name", SQLDataType.CLOB);
    static final Field<String> COUNTRY = column("author", "country", SQLDataType.CLOB);
    static final Table<?> PUBLISHER = table(name("publisher"));
    static final Field<Long> PUBLISHER_KEY = column("publisher", "id", SQLDataType.BIGINT);
    static final Field<String> PUBLISHER_NAME = column("publisher", "name", SQLDataType.CLOB);
    static final Field<String> CITY = column("publisher", "city", SQLDataType.CLOB);
    static final Table<?> NOVEL = table(name("novel"));
    static final Field<Long> KEY = column("novel", "id", SQLDataType.BIGINT);
    static final Field<String> TITLE = column("novel", "title", SQLDataType.CLOB);
    static final Field<BigDecimal> PRICE = column("novel", "price", SQLDataType.NUMERIC(10, 2));
    static final Field<LocalDate> PUBLISHED = column("novel", "published", SQLDataType.LOCALDATE);
    static final Field<Boolean> IN_PRINT = column("novel", "in_print", SQLDataType.BOOLEAN);
    static final Field<Integer> PAGES = column("novel", "pages", SQLDataType.INTEGER);
    static final Field<Long> BY = column("novel", "author_id", SQLDataType.BIGINT);
    static final Field<Long> FROM = column("novel", "publisher_id", SQLDataType.BIGINT);
    static final Table<?> TAG = table(name("tag"));
    static final Field<Long> TAG_KEY = column("tag", "id", SQLDataType.BIGINT);
    static final Field<String> TAG_NAME = column("tag", "name", SQLDataType.CLOB);
    static final Table<?> TIE = table(name("novel_tag"));
    static final Field<Long> TIED_NOVEL = column("novel_tag", "novel_id", SQLDataType.BIGINT);
    static final Field<Long> TIED_TAG = column("novel_tag", "tag_id", SQLDataType.BIGINT);

    private static <V> Field<V> column(String table, String name, DataType<V> type) {
      return field(name(table, name), type);
    }
  }

  @Override
  public List<AuthorPage> graph(String country) {
    Condition there = T.COUNTRY.eq(country);
    return db.connectionResult(connection -> {
      DSLContext once = DSL.using(connection, db.dialect(), db.settings());
      Map<Long, List<Tag>> tags = new HashMap<>();
      once.select(T.TIED_NOVEL, T.TAG_KEY, T.TAG_NAME)
          .from(T.TIE)
          .join(T.TAG)
          .on(T.TAG_KEY.eq(T.TIED_TAG))
          .where(T.TIED_NOVEL.in(select(T.KEY)
              .from(T.NOVEL)
              .join(T.AUTHOR)
              .on(T.AUTHOR_KEY.eq(T.BY))
              .where(there)))
          .orderBy(T.TAG_KEY)
          .forEach(row -> tags.computeIfAbsent(row.value1(), key -> new ArrayList<>())
              .add(new Tag(row.value2(), row.value3())));
      Map<Long, List<NovelCard>> novels = new HashMap<>();
      once.select(T.KEY, T.BY, T.TITLE, T.PRICE, T.PUBLISHED, T.PAGES)
          .from(T.NOVEL)
          .where(T.BY.in(keys(there)))
          .orderBy(T.KEY)
          .forEach(row -> novels
              .computeIfAbsent(row.value2(), key -> new ArrayList<>())
              .add(new NovelCard(
                  row.value3(),
                  row.value4(),
                  row.value5(),
                  row.value6(),
                  tags.getOrDefault(row.value1(), List.of()))));
      return once.select(T.AUTHOR_KEY, T.AUTHOR_NAME)
          .from(T.AUTHOR)
          .where(there)
          .orderBy(T.AUTHOR_KEY)
          .fetch(row -> new AuthorPage(row.value2(), novels.getOrDefault(row.value1(), List.of())));
    });
  }

  private static Select<Record1<Long>> keys(Condition authors) {
    return select(T.AUTHOR_KEY).from(T.AUTHOR).where(authors);
  }

  @Override
  public List<Line> lines(int pages) {
    return db.select(T.TITLE, T.AUTHOR_NAME, T.PUBLISHER_NAME, T.PRICE)
        .from(T.NOVEL)
        .join(T.AUTHOR)
        .on(T.AUTHOR_KEY.eq(T.BY))
        .join(T.PUBLISHER)
        .on(T.PUBLISHER_KEY.eq(T.FROM))
        .where(T.PAGES.eq(pages))
        .orderBy(T.KEY)
        .fetch(mapping(Line::new));
  }

  @Override
  public List<Sheet> sheets(int first, int count) {
    return db.select(
            T.KEY,
            T.TITLE,
            T.PRICE,
            T.PUBLISHED,
            T.IN_PRINT,
            T.PAGES,
            T.BY,
            T.FROM,
            T.AUTHOR_KEY,
            T.AUTHOR_NAME,
            T.COUNTRY,
            T.PUBLISHER_KEY,
            T.PUBLISHER_NAME,
            T.CITY)
        .from(T.NOVEL)
        .join(T.AUTHOR)
        .on(T.AUTHOR_KEY.eq(T.BY))
        .join(T.PUBLISHER)
        .on(T.PUBLISHER_KEY.eq(T.FROM))
        .where(T.KEY.between((long) first, first + count - 1L))
        .orderBy(T.KEY)
        .fetch(row -> new Sheet(
            novel(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8()),
            new Author(row.value9(), row.value10(), row.value11()),
            new Publisher(row.value12(), row.value13(), row.value14())));
  }

  @Override
  public List<Novel> page(int number) {
    Novel before = byAge.get(number * Library.PAGE - 1);
    List<Novel> rows = db.select(
            T.KEY, T.TITLE, T.PRICE, T.PUBLISHED, T.IN_PRINT, T.PAGES, T.BY, T.FROM)
        .from(T.NOVEL)
        .orderBy(T.PUBLISHED, T.KEY)
        .seek(before.published(), before.id())
        .limit(Library.PAGE + 1)
        .fetch(mapping(JooqLibrary::novel));
    return rows.size() > Library.PAGE ? rows.subList(0, Library.PAGE) : rows;
  }

  @Override
  public List<Novel> search(Search search) {
    return novels(T.BY
        .eq(search.author())
        .and(search.pages().map(T.PAGES::ge).orElse(noCondition()))
        .and(search.since().map(T.PUBLISHED::ge).orElse(noCondition()))
        .and(search.inPrint().map(T.IN_PRINT::eq).orElse(noCondition())));
  }

  @Override
  public List<Family> families(int first) {
    Condition wanted = T.AUTHOR_KEY.between((long) first, first + Library.FAMILIES - 1L);
    return db.connectionResult(connection -> {
      DSLContext once = DSL.using(connection, db.dialect(), db.settings());
      Map<Long, List<Novel>> novels = new HashMap<>();
      once.select(T.KEY, T.TITLE, T.PRICE, T.PUBLISHED, T.IN_PRINT, T.PAGES, T.BY, T.FROM)
          .from(T.NOVEL)
          .where(T.BY.in(keys(wanted)))
          .orderBy(T.KEY)
          .forEach(row -> novels
              .computeIfAbsent(row.value7(), key -> new ArrayList<>())
              .add(mapping(JooqLibrary::novel).map(row)));
      return once.select(T.AUTHOR_KEY, T.AUTHOR_NAME, T.COUNTRY)
          .from(T.AUTHOR)
          .where(wanted)
          .orderBy(T.AUTHOR_KEY)
          .fetch(row -> new Family(
              new Author(row.value1(), row.value2(), row.value3()),
              novels.getOrDefault(row.value1(), List.of())));
    });
  }

  private List<Novel> novels(Condition wanted) {
    return db.select(T.KEY, T.TITLE, T.PRICE, T.PUBLISHED, T.IN_PRINT, T.PAGES, T.BY, T.FROM)
        .from(T.NOVEL)
        .where(wanted)
        .orderBy(T.KEY)
        .fetch(mapping(JooqLibrary::novel));
  }

  private static Novel novel(
      Long key,
      String title,
      BigDecimal price,
      LocalDate published,
      Boolean inPrint,
      Integer pages,
      Long author,
      Long publisher) {
    return new Novel(
        key, title, price, published, inPrint, pages, AUTHOR.ref(author), PUBLISHER.ref(publisher));
  }

  @Override
  public void close() {
    pool.close();
  }
}
