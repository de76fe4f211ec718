package orm.bench.library.store;

import static orm.api.expression.Expressions.many;
import static orm.api.expression.Expressions.row;
import static orm.api.query.Select.from;
import static orm.bench.library.Author_.AUTHOR;
import static orm.bench.library.Novel_.NOVEL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orm.api.Database;
import orm.api.query.Keyset;
import orm.api.query.Page;
import orm.api.query.Query;
import orm.bench.library.AuthorPage;
import orm.bench.library.AuthorPage_;
import orm.bench.library.Family;
import orm.bench.library.Library;
import orm.bench.library.Line;
import orm.bench.library.Novel;
import orm.bench.library.Novel_;
import orm.bench.library.Search;
import orm.bench.library.Sheet;

/** What this project is about. Every query is built at each call. */
final class OrmLibrary implements LibraryStore {
  private final Database db;

  /** Where the pages end, one by one. */
  private final List<String> cursors = new ArrayList<>();

  OrmLibrary(Database db) {
    this.db = db;
    Optional<String> next = byAge().page(Keyset.first(Library.PAGE)).next();
    while (next.isPresent()) {
      cursors.add(next.get());
      next = byAge().page(Keyset.after(next.get(), Library.PAGE)).next();
    }
  }

  @Override
  public List<AuthorPage> graph(String country) {
    return db.from(AUTHOR)
        .where(AUTHOR.country.eq(country))
        .orderBy(AUTHOR.id.asc())
        .select(AuthorPage_.SHAPE)
        .list();
  }

  @Override
  public List<Line> lines(int pages) {
    return db.from(NOVEL)
        .where(NOVEL.pages.eq(pages))
        .orderBy(NOVEL.id.asc())
        .select(row(NOVEL.title, NOVEL.author().name, NOVEL.publisher().name, NOVEL.price)
            .into(Line::new))
        .list();
  }

  @Override
  public List<Sheet> sheets(int first, int count) {
    return db.from(NOVEL)
        .where(NOVEL.id.between((long) first, first + count - 1L))
        .orderBy(NOVEL.id.asc())
        .select(row(NOVEL, NOVEL.author(), NOVEL.publisher()).into(Sheet::new))
        .list();
  }

  private Query<Novel> byAge() {
    return db.from(NOVEL).orderBy(NOVEL.published.asc());
  }

  @Override
  public List<Novel> page(int number) {
    Page<Novel> page = byAge().page(Keyset.after(cursors.get(number - 1), Library.PAGE));
    return page.rows();
  }

  @Override
  public List<Novel> search(Search search) {
    return db.from(NOVEL)
        .where(NOVEL.author.key().eq(search.author()))
        .whereIf(search.pages(), NOVEL.pages::ge)
        .whereIf(search.since(), NOVEL.published::ge)
        .whereIf(search.inPrint(), NOVEL.inPrint::eq)
        .orderBy(NOVEL.id.asc())
        .list();
  }

  @Override
  public List<Family> families(int first) {
    Novel_ novels = AUTHOR.novels();
    return db.from(AUTHOR)
        .where(AUTHOR.id.between((long) first, first + Library.FAMILIES - 1L))
        .orderBy(AUTHOR.id.asc())
        .select(row(AUTHOR, many(from(novels).orderBy(novels.id.asc()))).into(Family::new))
        .list();
  }

  @Override
  public void close() {
    db.close();
  }
}
