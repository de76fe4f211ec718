package orm.bench.query;

import static orm.api.expression.Expressions.param;
import static orm.api.query.Select.from;
import static orm.bench.library.Novel_.NOVEL;

import java.time.LocalDate;
import orm.api.Database;
import orm.api.expression.Param;
import orm.api.query.Query;
import orm.api.query.QueryText;
import orm.api.query.Select;
import orm.bench.store.Access;

/** What this project is about; the text comes from where the engine keeps it. */
final class OrmQuery implements QueryMaker {
  private static final Param<String> COUNTRY = param("country", String.class);
  private static final Param<String> CITY = param("city", String.class);
  private static final Param<Integer> PAGES = param("pages", Integer.class);
  private static final Param<LocalDate> SINCE = param("since", LocalDate.class);
  private static final Param<Boolean> IN_PRINT = param("inPrint", Boolean.class);

  private static final Select<String> CONSTANT = from(NOVEL)
      .where(
          NOVEL.author().country.eq(COUNTRY),
          NOVEL.publisher().city.eq(CITY),
          NOVEL.pages.ge(PAGES),
          NOVEL.published.ge(SINCE),
          NOVEL.inPrint.eq(IN_PRINT))
      .orderBy(NOVEL.published.asc(), NOVEL.id.asc())
      .limit(LIMIT)
      .select(NOVEL.title);

  private final Database db = Access.orm(Access.SQLITE_MEMORY);

  @Override
  public Query<String> build(Wanted wanted, int limit) {
    return db.from(NOVEL)
        .where(
            NOVEL.author().country.eq(wanted.country()),
            NOVEL.publisher().city.eq(wanted.city()),
            NOVEL.pages.ge(wanted.pages()),
            NOVEL.published.ge(wanted.since()),
            NOVEL.inPrint.eq(wanted.inPrint()))
        .orderBy(NOVEL.published.asc(), NOVEL.id.asc())
        .limit(limit)
        .select(NOVEL.title);
  }

  @Override
  public Written write(Wanted wanted, int limit) {
    return written(build(wanted, limit));
  }

  @Override
  public Written writeConstant(Wanted wanted) {
    return written(db.query(CONSTANT)
        .bind(COUNTRY, wanted.country())
        .bind(CITY, wanted.city())
        .bind(PAGES, wanted.pages())
        .bind(SINCE, wanted.since())
        .bind(IN_PRINT, wanted.inPrint()));
  }

  private static Written written(Query<?> query) {
    QueryText text = query.text();
    return new Written(text.text(), text.values());
  }

  @Override
  public void close() {
    db.close();
  }
}
