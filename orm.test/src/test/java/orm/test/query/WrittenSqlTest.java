package orm.test.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.api.expression.Expressions.exists;
import static orm.api.expression.Expressions.not;
import static orm.api.expression.Expressions.or;
import static orm.api.expression.Expressions.row;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.math.BigDecimal;
import java.util.List;
import orm.api.Database;
import orm.api.query.Query;
import orm.api.query.Select;
import orm.test.bookshop.Author;
import orm.test.bookshop.Author_;
import orm.test.bookshop.Book_;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** The SQL is what a good writer of SQL would have typed; every text here also ran. */
class WrittenSqlTest {
  private static void written(TestDatabase test, Query<?> query, String sql) {
    test.statements();
    List<?> rows = query.list();
    assertEquals(List.of(sql), statements(test), () -> "with rows " + rows);
  }

  private static void written(TestDatabase test, Query<?> query, String sqlite, String postgres) {
    written(test, query, test.kind() == DatabaseKind.SQLITE ? sqlite : postgres);
  }

  /** SQLite's names are quoted by backticks, so that an unknown one is no text. */
  private static List<String> statements(TestDatabase test) {
    return test.statements().stream()
        .map(sql -> test.kind() == DatabaseKind.SQLITE ? sql.replace('`', '"') : sql)
        .toList();
  }

  /** Whatever the collation of a database, text is ordered by code point. */
  private static String byCodePoint(TestDatabase test) {
    return test.kind() == DatabaseKind.SQLITE ? "" : " COLLATE \"C\"";
  }

  @EachDatabase
  void whatBothDatabasesSayAlike(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    String select =
        "SELECT \"author\".\"id\", \"author\".\"name\", \"author\".\"country\" FROM \"author\"";
    written(test, db.from(AUTHOR), select);
    written(
        test,
        db.from(AUTHOR)
            .where(AUTHOR.name.eq("x"), or(AUTHOR.country.isNull(), AUTHOR.id.gt(3L)))
            .orderBy(AUTHOR.country.desc().nullsFirst(), AUTHOR.id.asc())
            .limit(5),
        select
            + " WHERE \"author\".\"name\" = ?"
            + " AND (\"author\".\"country\" IS NULL OR \"author\".\"id\" > ?)"
            + " ORDER BY \"author\".\"country\"" + byCodePoint(test)
            + " DESC NULLS FIRST, \"author\".\"id\" ASC LIMIT 5");
    written(
        test,
        db.from(BOOK)
            .where(
                BOOK.author().country.eq("NL"),
                not(BOOK.price.between(BigDecimal.ONE, BigDecimal.TEN)))
            .select(row(BOOK.author().name, BOOK.editor().name).into(List::of)),
        "SELECT \"author\".\"name\", \"editor\".\"name\" FROM \"book\""
            + " JOIN \"author\" ON \"author\".\"id\" = \"book\".\"author_id\""
            + " LEFT JOIN \"author\" AS \"editor\" ON \"editor\".\"id\" = \"book\".\"editor_id\""
            + " WHERE \"author\".\"country\" = ?"
            + " AND NOT (\"book\".\"price\" BETWEEN ? AND ?)");
    Book_ books = BOOK.author.inverse(AUTHOR, Book_::new);
    written(
        test,
        db.from(AUTHOR).where(exists(Select.from(books).where(books.inPrint))).select(AUTHOR.id),
        "SELECT \"author\".\"id\" FROM \"author\" WHERE EXISTS (SELECT 1 FROM \"book\""
            + " WHERE \"book\".\"author_id\" = \"author\".\"id\" AND \"book\".\"in_print\")");
    Author_ other = AUTHOR.as("other");
    written(
        test,
        db.from(BOOK)
            .where(BOOK.editor.in(Select.from(other).select(BOOK.editor)))
            .select(BOOK.id),
        "SELECT \"book\".\"id\" FROM \"book\" WHERE \"book\".\"editor_id\" IN"
            + " (SELECT \"book\".\"editor_id\" FROM \"author\" AS \"other\")");
    written(
        test,
        db.from(AUTHOR).where(AUTHOR.id.in(List.of())).select(AUTHOR.id),
        "SELECT \"author\".\"id\" FROM \"author\" WHERE 1 = 0");
  }

  @EachDatabase
  void whatTheySayDifferently(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    String select = "SELECT \"author\".\"id\" FROM \"author\"";
    written(
        test,
        db.from(AUTHOR).where(AUTHOR.id.in(List.of(1L, 2L))).select(AUTHOR.id),
        select + " WHERE \"author\".\"id\" IN (SELECT value FROM json_each(?))",
        select + " WHERE \"author\".\"id\" = ANY (?::bigint[])");
    written(
        test,
        db.from(AUTHOR).where(AUTHOR.name.contains("%")).select(AUTHOR.id),
        select + " WHERE instr(\"author\".\"name\", ?) > 0",
        select + " WHERE \"author\".\"name\" LIKE ? ESCAPE '\\'");
    written(
        test,
        db.from(AUTHOR).orderBy(AUTHOR.id.asc()).offset(2).select(AUTHOR.id),
        select + " ORDER BY \"author\".\"id\" ASC LIMIT -1 OFFSET ?",
        select + " ORDER BY \"author\".\"id\" ASC OFFSET ?");
  }

  @EachDatabase
  void writesNameTheirColumns(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    Author saved = db.insert(AUTHOR, new Author(null, "a", null));
    db.update(AUTHOR, saved);
    db.upsert(AUTHOR, saved);
    db.find(AUTHOR, 1L);
    db.delete(AUTHOR, saved);
    assertEquals(
        List.of(
            "INSERT INTO \"author\" (\"name\", \"country\") VALUES (?, ?) RETURNING \"author\".\"id\"",
            "UPDATE \"author\" SET \"name\" = ?, \"country\" = ? WHERE \"author\".\"id\" = ?",
            "INSERT INTO \"author\" (\"id\", \"name\", \"country\") VALUES (?, ?, ?)"
                + " ON CONFLICT (\"id\") DO UPDATE SET \"name\" = excluded.\"name\","
                + " \"country\" = excluded.\"country\""
                + " RETURNING \"author\".\"id\", \"author\".\"name\", \"author\".\"country\"",
            "SELECT \"author\".\"id\", \"author\".\"name\", \"author\".\"country\" FROM \"author\""
                + " WHERE \"author\".\"id\" = ?",
            "DELETE FROM \"author\" WHERE \"author\".\"id\" = ?"),
        statements(test));
  }
}
