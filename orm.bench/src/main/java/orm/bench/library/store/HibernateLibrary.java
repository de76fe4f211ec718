package orm.bench.library.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.SelectionQuery;
import orm.bench.library.AuthorPage;
import orm.bench.library.Library;
import orm.bench.library.Line;
import orm.bench.library.Novel;
import orm.bench.library.Search;
import orm.bench.library.Sheet;
import orm.bench.library.entity.AuthorEntity;
import orm.bench.library.entity.IsoDate;
import orm.bench.library.entity.NovelEntity;
import orm.bench.library.entity.PublisherEntity;
import orm.bench.library.entity.TagEntity;

/**
 * Hibernate with a session for each call, as a careful user has it: read-only, no statement for
 * single rows, lists by one statement for each level.
 */
final class HibernateLibrary implements LibraryStore {
  private static final String COMMUNITY_SQLITE = "org.hibernate.community.dialect.SQLiteDialect";

  private final HikariDataSource pool;
  private final SessionFactory sessions;

  /** All novels, the oldest first: what a program has shown on the page before. */
  private final List<Novel> byAge = Library.byAge();

  HibernateLibrary(HikariDataSource pool, LibraryForm form) {
    this.pool = pool;
    Configuration configuration = new Configuration()
        .addAnnotatedClass(AuthorEntity.class)
        .addAnnotatedClass(PublisherEntity.class)
        .addAnnotatedClass(TagEntity.class)
        .addAnnotatedClass(NovelEntity.class);
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
    configuration.setProperty(AvailableSettings.JAKARTA_VALIDATION_MODE, "none");
    if (form == LibraryForm.SQLITE) {
      configuration.setProperty(AvailableSettings.DIALECT, COMMUNITY_SQLITE);
      configuration.addAttributeConverter(IsoDate.class, true);
    }
    this.sessions = configuration.buildSessionFactory();
  }

  private <T> List<T> run(Function<Session, List<T>> work) {
    try (Session session = sessions.openSession()) {
      session.setDefaultReadOnly(true);
      return work.apply(session);
    }
  }

  @Override
  public List<AuthorEntity> graph(String country) {
    return run(session -> {
      List<AuthorEntity> authors = session
          .createSelectionQuery(
              "from AuthorEntity where country = :country order by id", AuthorEntity.class)
          .setParameter("country", country)
          .list();
      for (AuthorEntity author : authors) {
        author.getNovels().forEach(novel -> Hibernate.initialize(novel.getTags()));
      }
      return authors;
    });
  }

  @Override
  public List<Line> lines(int pages) {
    return run(session -> session
        .createSelectionQuery(
            "select new orm.bench.library.Line(n.title, n.author.name, n.publisher.name, n.price)"
                + " from NovelEntity n where n.pages = :pages order by n.id",
            Line.class)
        .setParameter("pages", pages)
        .list());
  }

  @Override
  public List<NovelEntity> sheets(int first, int count) {
    return run(session -> session
        .createSelectionQuery(
            "from NovelEntity n join fetch n.author join fetch n.publisher"
                + " where n.id between :first and :last order by n.id",
            NovelEntity.class)
        .setParameter("first", (long) first)
        .setParameter("last", first + count - 1L)
        .list());
  }

  @Override
  public List<NovelEntity> page(int number) {
    Novel before = byAge.get(number * Library.PAGE - 1);
    List<NovelEntity> rows = run(session -> session
        .createSelectionQuery(
            "from NovelEntity where published >= :day and (published > :day or"
                + " published = :day and id > :key) order by published, id",
            NovelEntity.class)
        .setParameter("day", before.published())
        .setParameter("key", before.id())
        .setMaxResults(Library.PAGE + 1)
        .list());
    return rows.size() > Library.PAGE ? rows.subList(0, Library.PAGE) : rows;
  }

  @Override
  public List<NovelEntity> search(Search search) {
    StringBuilder text = new StringBuilder("from NovelEntity where author.id = :author");
    search.pages().ifPresent(fewest -> text.append(" and pages >= :pages"));
    search.since().ifPresent(day -> text.append(" and published >= :since"));
    search.inPrint().ifPresent(wanted -> text.append(" and inPrint = :inPrint"));
    text.append(" order by id");
    return run(session -> {
      SelectionQuery<NovelEntity> query = session
          .createSelectionQuery(text.toString(), NovelEntity.class)
          .setParameter("author", search.author());
      search.pages().ifPresent(fewest -> query.setParameter("pages", fewest));
      search.since().ifPresent(day -> query.setParameter("since", day));
      search.inPrint().ifPresent(wanted -> query.setParameter("inPrint", wanted));
      return query.list();
    });
  }

  @Override
  public List<AuthorEntity> families(int first) {
    return run(session -> session
        .createSelectionQuery(
            "from AuthorEntity a left join fetch a.novels where a.id between :first and :last"
                + " order by a.id",
            AuthorEntity.class)
        .setParameter("first", (long) first)
        .setParameter("last", first + Library.FAMILIES - 1L)
        .list());
  }

  @Override
  public Object plain(Class<?> type, Object row) {
    if (row instanceof AuthorEntity author) {
      return type == AuthorPage.class ? author.page() : author.family();
    }
    if (row instanceof NovelEntity novel) {
      return type == Sheet.class ? novel.sheet() : novel.plain();
    }
    return row;
  }

  @Override
  public void close() {
    sessions.close();
    pool.close();
  }
}
