package orm.bench.query;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ, which writes the text at each call. */
final class JooqQuery implements QueryMaker {
  private static final Table<Record> NOVEL = table(name("novel"));
  private static final Field<Long> KEY = field(name("novel", "id"), SQLDataType.BIGINT);
  private static final Field<String> TITLE = field(name("novel", "title"), SQLDataType.CLOB);
  private static final Field<Integer> PAGES = field(name("novel", "pages"), SQLDataType.INTEGER);
  private static final Field<LocalDate> PUBLISHED =
      field(name("novel", "published"), SQLDataType.LOCALDATE);
  private static final Field<Boolean> IN_PRINT =
      field(name("novel", "in_print"), SQLDataType.BOOLEAN);
  private static final Field<Long> BY = field(name("novel", "author_id"), SQLDataType.BIGINT);
  private static final Field<Long> FROM = field(name("novel", "publisher_id"), SQLDataType.BIGINT);
  private static final Table<Record> AUTHOR = table(name("author"));
  private static final Field<Long> AUTHOR_KEY = field(name("author", "id"), SQLDataType.BIGINT);
  private static final Field<String> COUNTRY = field(name("author", "country"), SQLDataType.CLOB);
  private static final Table<Record> PUBLISHER = table(name("publisher"));
  private static final Field<Long> PUBLISHER_KEY =
      field(name("publisher", "id"), SQLDataType.BIGINT);
  private static final Field<String> CITY = field(name("publisher", "city"), SQLDataType.CLOB);

  private final DSLContext db = DSL.using(SQLDialect.SQLITE);
  private final Query constant = query(
      param("country", ""),
      param("city", ""),
      param("pages", 0),
      param("since", SQLDataType.LOCALDATE),
      param("inPrint", true),
      LIMIT);

  private Query query(
      Field<String> country,
      Field<String> city,
      Field<Integer> pages,
      Field<LocalDate> since,
      Field<Boolean> inPrint,
      int limit) {
    return db.select(TITLE)
        .from(NOVEL)
        .join(AUTHOR)
        .on(AUTHOR_KEY.eq(BY))
        .join(PUBLISHER)
        .on(PUBLISHER_KEY.eq(FROM))
        .where(
            COUNTRY.eq(country),
            CITY.eq(city),
            PAGES.ge(pages),
            PUBLISHED.ge(since),
            IN_PRINT.eq(inPrint))
        .orderBy(PUBLISHED, KEY)
        .limit(inline(limit));
  }

  @Override
  public Query build(Wanted wanted, int limit) {
    return query(
        val(wanted.country()),
        val(wanted.city()),
        val(wanted.pages()),
        val(wanted.since()),
        val(wanted.inPrint()),
        limit);
  }

  @Override
  public Written write(Wanted wanted, int limit) {
    return written(build(wanted, limit));
  }

  /** Its values are put into the one query, which only one thread may do. */
  @Override
  public Written writeConstant(Wanted wanted) {
    return written(constant
        .bind("country", wanted.country())
        .bind("city", wanted.city())
        .bind("pages", wanted.pages())
        .bind("since", wanted.since())
        .bind("inPrint", wanted.inPrint()));
  }

  private static Written written(Query query) {
    return new Written(query.getSQL(), query.getBindValues());
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
