package orm.test.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.api.expression.Expressions.exists;
import static orm.api.expression.Expressions.not;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.scalarNumber;
import static orm.api.expression.Expressions.value;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.util.List;
import java.util.regex.Pattern;
import orm.api.Database;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.Table;
import orm.api.query.Keyset;
import orm.api.query.Query;
import orm.api.query.Select;
import orm.spi.mapping.Row;
import orm.test.bookshop.Author;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** No parentheses, names and conditions that a reader would take out again. */
class ReadableSqlTest {
  record Link(long id, int depth, String names) {}

  static final class Links extends Table<Link> {
    final ComparableColumn<Link, Long> id = new ComparableColumn<>(source, "id", Long.class);
    final NumberColumn<Link, Integer> depth = new NumberColumn<>(source, "depth", Integer.class);
    final TextColumn<Link> names = new TextColumn<>(source, "names");

    Links(Source<Link> source) {
      super("links", source, Links::read, List.of("id", "depth", "names"));
    }

    static Selectable<Link> row(
        Selectable<Long> id, Selectable<Integer> depth, Selectable<String> names) {
      return Selectable.of(Links::read, List.of(id, depth, names));
    }

    private static Link read(Row row) {
      return new Link(row.nextLong(), row.nextInt(), row.nextText());
    }
  }

  /** SQLite is told what every other database does by itself; {@code OverflowTest} proves it. */
  private static final Pattern RANGE_CHECK =
      Pattern.compile("CASE (?:WHEN|typeof\\().*? THEN abs\\(1 << 63\\) ELSE (.*?) END");

  private static Database authors(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    db.insertAll(
        AUTHOR,
        List.of(
            new Author(null, "a", "NL"),
            new Author(null, "b", "BE"),
            new Author(null, "c", null),
            new Author(null, "d", "NL")));
    return db;
  }

  private static void written(TestDatabase test, Query<?> query, String sql) {
    assertEquals(
        sql,
        test.kind() == DatabaseKind.SQLITE
            ? RANGE_CHECK.matcher(query.text().text().replace('`', '"')).replaceAll("$1")
            : query.text().text().replace(" COLLATE \"C\"", ""));
    List<?> rows = query.list();
    assertEquals(rows.size(), query.count());
  }

  @EachDatabase
  void operatorsStandWithoutNeedlessParentheses(TestDatabase test) {
    Database db = authors(test);
    written(
        test,
        db.from(AUTHOR)
            .where(
                not(exists(Select.from(BOOK).where(BOOK.author.refersTo(AUTHOR)))),
                AUTHOR.name.length().plus(1).times(2).minus(3).gt(0),
                AUTHOR.name.length().minus(AUTHOR.name.length().minus(1)).lt(5))
            .select(AUTHOR.name.concat("-").concat(AUTHOR.name).substring(1, 2)),
        "SELECT substr(\"author\".\"name\" || ? || \"author\".\"name\", 1, 2) FROM \"author\""
            + " WHERE NOT EXISTS (SELECT 1 FROM \"book\""
            + " WHERE \"book\".\"author_id\" = \"author\".\"id\")"
            + " AND ((length(\"author\".\"name\") + ?) * ?) - ? > ?"
            + " AND length(\"author\".\"name\") - (length(\"author\".\"name\") - ?) < ?");
    assertEquals(
        List.of(1, 1, 1, 1),
        db.from(AUTHOR)
            .select(AUTHOR.name.length().minus(AUTHOR.name.length().minus(1)))
            .list());
  }

  @EachDatabase
  void aKeyThatAReferenceHoldsTakesNoJoin(TestDatabase test) {
    Database db = authors(test);
    String book = "SELECT \"book\".\"author_id\" FROM \"book\"";
    written(
        test,
        db.from(BOOK)
            .where(BOOK.author().id.gt(1L))
            .orderBy(BOOK.author().id.asc())
            .select(BOOK.author().id),
        book + " WHERE \"book\".\"author_id\" > ? ORDER BY \"book\".\"author_id\" ASC");
    // joined on purpose, the row may be there alone
    written(
        test,
        db.from(AUTHOR).leftJoin(AUTHOR.books()).select(AUTHOR.books().id.count()),
        "SELECT count(\"book\".\"id\") FROM \"author\""
            + " LEFT JOIN \"book\" ON \"book\".\"author_id\" = \"author\".\"id\"");
  }

  @EachDatabase
  void combinedQueriesStandInOneRow(TestDatabase test) {
    Database db = authors(test);
    Select<String> dutch = Select.from(AUTHOR).where(AUTHOR.country.eq("NL")).select(AUTHOR.name);
    Select<String> belgian = Select.from(AUTHOR).where(AUTHOR.country.eq("BE")).select(AUTHOR.name);
    Select<String> late = Select.from(AUTHOR).where(AUTHOR.name.gt("b")).select(AUTHOR.name);
    String select = "SELECT \"author\".\"name\" FROM \"author\" WHERE ";
    String nl = select + "\"author\".\"country\" = ?";
    written(
        test,
        db.query(dutch).union(belgian).except(late),
        nl + " UNION " + nl + " EXCEPT " + select + "\"author\".\"name\" > ?");
    Query<String> sorted =
        db.query(dutch).union(belgian).except(late).orderBy(AUTHOR.name.desc()).limit(5);
    assertEquals(List.of("b", "a"), sorted.list());
    // PostgreSQL would intersect first.
    assertEquals(List.of("d"), db.query(dutch).union(belgian).intersect(late).list());
    assertEquals(
        List.of("b", "d"),
        db.query(dutch)
            .intersect(late)
            .union(belgian)
            .orderBy(AUTHOR.name.asc())
            .list());
  }

  @EachDatabase
  void commonTablesKeepTheirName(TestDatabase test) {
    Database db = authors(test);
    Links links = Select.from(AUTHOR)
        .select(Links.row(AUTHOR.id, value(0), AUTHOR.name))
        .asCommonTable("links", Links::new);
    Links others = Select.from(AUTHOR)
        .where(AUTHOR.country.isNull())
        .select(Links.row(AUTHOR.id, value(1), AUTHOR.name))
        .asCommonTable("links", Links::new);
    written(
        test,
        db.from(links)
            .where(links.depth.le(scalarNumber(Select.from(links).select(links.depth.max()))))
            .select(links.names),
        "WITH \"links\" (\"id\", \"depth\", \"names\") AS (SELECT \"author\".\"id\", "
            + (test.kind() == DatabaseKind.SQLITE ? "?" : "?::integer")
            + ", \"author\".\"name\" FROM \"author\")"
            + " SELECT \"links\".\"names\" FROM \"links\" WHERE \"links\".\"depth\" <="
            + " (SELECT max(\"links_2\".\"depth\") FROM \"links\" AS \"links_2\")");
    assertEquals(
        List.of("a", "b", "d"),
        db.from(links)
            .where(links.id.notIn(Select.from(others).select(others.id)))
            .orderBy(links.names.asc())
            .select(links.names)
            .list());
  }

  @EachDatabase
  void recursiveTextsOutgrowTheirColumn(TestDatabase test) {
    Database db = authors(test);
    Links chain = Select.recursive(
        "chain",
        Links::new,
        Select.from(AUTHOR)
            .where(AUTHOR.country.eq("BE"))
            .select(Links.row(AUTHOR.id, value(0), AUTHOR.name)),
        last -> Select.from(AUTHOR)
            .join(last, AUTHOR.name.gt(last.names).and(last.depth.lt(3)))
            .select(Links.row(AUTHOR.id, last.depth.plus(1), last.names.concat(AUTHOR.name))));
    assertEquals(
        List.of(
            "b", "bc", "bcc", "bccc", "bccd", "bcd", "bcdc", "bcdd", "bd", "bdc", "bdcc", "bdcd",
            "bdd", "bddc", "bddd"),
        db.from(chain).orderBy(chain.names.asc()).select(chain.names).list());
  }

  @EachDatabase
  void pagesSayWhereToBegin(TestDatabase test) {
    Database db = authors(test);
    Query<Author> query = db.from(AUTHOR).orderBy(AUTHOR.name.desc());
    String next = query.page(Keyset.first(2)).next().orElseThrow();
    test.statements();
    assertEquals(2, query.page(Keyset.after(next, 2)).rows().size());
    String sql = test.statements().get(0).replace('`', '"').replace(" COLLATE \"C\"", "");
    assertEquals(
        " WHERE \"author\".\"name\" <= ? AND (\"author\".\"name\" < ?"
            + " OR (\"author\".\"name\" = ? AND \"author\".\"id\" > ?))"
            + " ORDER BY \"author\".\"name\" DESC, \"author\".\"id\" ASC LIMIT 3",
        sql.substring(sql.indexOf(" WHERE ")));
  }

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has no GROUPING SETS")
  void theValuesThatAGroupingLeavesOutComeLast(TestDatabase test) {
    Database db = authors(test);
    assertEquals(
        List.of("d", "c", "b", "a", "all"),
        db.from(AUTHOR)
            .groupingSets(List.of(List.of(AUTHOR.name), List.of()))
            .orderBy(AUTHOR.name.desc())
            .select(AUTHOR.name.coalesce("all"))
            .list());
  }

  @EachDatabase
  void theFirstOfEachIsSortedByWhatIsAsked(TestDatabase test) {
    Database db = authors(test);
    assertEquals(
        List.of("b", "d", "c"),
        db.from(AUTHOR)
            .distinctOn(AUTHOR.country)
            .orderBy(AUTHOR.country.asc(), AUTHOR.name.desc(), AUTHOR.id.asc())
            .select(AUTHOR.name)
            .list());
    assertEquals(
        List.of("c/null", "a/NL"),
        db.from(AUTHOR)
            .where(AUTHOR.name.ne("b"))
            .distinctOn(AUTHOR.country)
            .orderBy(AUTHOR.country.desc().nullsFirst(), AUTHOR.name.asc())
            .select(row(AUTHOR.name, AUTHOR.country).into((name, country) -> name + "/" + country))
            .list());
  }
}
