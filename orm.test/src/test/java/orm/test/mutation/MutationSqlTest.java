package orm.test.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.api.expression.Expressions.excluded;
import static orm.api.expression.Expressions.row;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.math.BigDecimal;
import java.util.List;
import orm.api.Database;
import orm.api.query.Mutation;
import orm.api.query.Select;
import orm.test.bookshop.Author;
import orm.test.bookshop.Author_;
import orm.test.bookshop.Book_;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** The SQL of writes is what a good writer of SQL would have typed; every text here also ran. */
class MutationSqlTest {
  private static void written(Shop shop, Mutation<?> mutation, String sql) {
    shop.statements();
    long rows = mutation.execute();
    assertEquals(List.of(sql), shop.statements(), () -> rows + " rows");
  }

  private static void written(Shop shop, Mutation<?> mutation, String sqlite, String postgres) {
    written(shop, mutation, shop.test().kind() == DatabaseKind.SQLITE ? sqlite : postgres);
  }

  @EachDatabase
  void updates(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    String version = ", \"version\" = \"book\".\"version\" + 1";
    written(
        shop,
        db.update(BOOK)
            .set(BOOK.title, "x")
            .setNull(BOOK.editor)
            .set(BOOK.pages, BOOK.pages.plus(1))
            .where(BOOK.id.eq(1L), BOOK.inPrint),
        "UPDATE \"book\" SET \"title\" = ?, \"editor_id\" = NULL, \"pages\" ="
            + " CASE WHEN \"book\".\"pages\" + ? NOT BETWEEN -2147483648 AND 2147483647"
            + " THEN abs(1 << 63) ELSE \"book\".\"pages\" + ? END"
            + version
            + " WHERE \"book\".\"id\" = ? AND \"book\".\"in_print\"",
        "UPDATE \"book\" SET \"title\" = ?, \"editor_id\" = NULL, \"pages\" = \"book\".\"pages\" + ?"
            + version
            + " WHERE \"book\".\"id\" = ? AND \"book\".\"in_print\"");
    written(
        shop,
        db.update(AUTHOR).set(AUTHOR.country, "NL").all(),
        "UPDATE \"author\" SET \"country\" = ?");
    Author_ a = AUTHOR.as("a");
    written(
        shop,
        db.update(a).set(a.country, a.name).where(a.id.eq(1L)),
        "UPDATE \"author\" SET \"country\" = \"author\".\"name\" WHERE \"author\".\"id\" = ?");
    String price = "UPDATE \"book\" SET \"price\" = ";
    written(
        shop,
        db.update(BOOK).set(BOOK.price, BOOK.price.times(new BigDecimal("1.1"))).all(),
        price
            + "CASE typeof(((\"book\".\"price\" * ?) + 5 * sign((\"book\".\"price\" * ?))) / 10)"
            + " WHEN 'real' THEN abs(1 << 63)"
            + " ELSE ((\"book\".\"price\" * ?) + 5 * sign((\"book\".\"price\" * ?))) / 10 END"
            + version,
        price + "(\"book\".\"price\" * ?)" + version);
  }

  @EachDatabase
  void updatesFromOtherTables(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    String version = ", \"version\" = \"book\".\"version\" + 1";
    written(
        shop,
        db.update(BOOK).set(BOOK.title, BOOK.author().name).where(BOOK.inPrint),
        "UPDATE \"book\" SET \"title\" = \"author\".\"name\"" + version + " FROM \"author\""
            + " WHERE \"author\".\"id\" = \"book\".\"author_id\" AND \"book\".\"in_print\"");
    written(
        shop,
        db.update(BOOK).set(BOOK.title, BOOK.editor().name.coalesce("?")).all(),
        "UPDATE \"book\" SET \"title\" = coalesce(\"editor\".\"name\", ?)" + version
            + " FROM \"book\" AS \"book_2\""
            + " LEFT JOIN \"author\" AS \"editor\" ON \"editor\".\"id\" = \"book_2\".\"editor_id\""
            + " WHERE \"book\".\"id\" = \"book_2\".\"id\"");
    Author_ a = AUTHOR.as("a");
    written(
        shop,
        db.update(BOOK)
            .set(BOOK.title, a.name)
            .from(a, a.name.eq(BOOK.title))
            .where(a.country.eq("NL")),
        "UPDATE \"book\" SET \"title\" = \"a\".\"name\"" + version + " FROM \"author\" AS \"a\""
            + " WHERE \"a\".\"name\" = \"book\".\"title\" AND \"a\".\"country\" = ?");
  }

  @EachDatabase
  void deletes(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    written(
        shop,
        db.deleteFrom(BOOK).where(BOOK.pages.lt(0)),
        "DELETE FROM \"book\" WHERE \"book\".\"pages\" < ?");
    written(
        shop,
        db.deleteFrom(BOOK).where(BOOK.author().country.eq("XX"), BOOK.inPrint),
        "DELETE FROM \"book\" WHERE \"book\".\"in_print\" AND EXISTS (SELECT 1 FROM \"author\""
            + " WHERE \"author\".\"id\" = \"book\".\"author_id\" AND \"author\".\"country\" = ?)");
    shop.statements();
    assertEquals(
        List.of(),
        db.deleteFrom(BOOK)
            .where(BOOK.id.eq(-1L))
            .returning(row(BOOK.id, BOOK.isbn).into(List::of))
            .list());
    assertEquals(
        List.of("DELETE FROM \"book\" WHERE \"book\".\"id\" = ?"
            + " RETURNING \"book\".\"id\", \"book\".\"isbn\""),
        shop.statements());
    written(shop, db.deleteFrom(BOOK).all(), "DELETE FROM \"book\"");
  }

  @EachDatabase
  void inserts(TestDatabase test) {
    Shop shop = Shop.open(test);
    Database db = shop.db();
    Author author = new Author(null, "n", null);
    String insert = "INSERT INTO \"author\" (\"name\", \"country\") ";
    written(shop, db.insertInto(AUTHOR).values(author), insert + "VALUES (?, ?)");
    written(
        shop,
        db.insertInto(AUTHOR).set(AUTHOR.name, "x").set(AUTHOR.country, "NL"),
        insert + "VALUES (?, ?)");
    written(
        shop,
        db.insertInto(AUTHOR)
            .set(AUTHOR.name, BOOK.title)
            .set(AUTHOR.country, "NL")
            .from(Select.from(BOOK).where(BOOK.inPrint)),
        insert + "SELECT \"book\".\"title\", ? FROM \"book\" WHERE \"book\".\"in_print\"",
        insert + "SELECT \"book\".\"title\", ?::text FROM \"book\" WHERE \"book\".\"in_print\"");
    String row = "INSERT INTO \"book\" (\"isbn\", \"title\", \"published\", \"price\", \"pages\","
        + " \"format\", \"author_id\", \"editor_id\", \"in_print\", \"version\")"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (\"isbn\") ";
    Mutation<?> nothing = db.insertInto(BOOK)
        .values(Shop.book(shop.first(), "1", "1.00"))
        .onConflict(BOOK.byIsbn)
        .doNothing();
    written(shop, nothing, row + "DO NOTHING");
    Mutation<?> rule = db.insertInto(BOOK)
        .values(Shop.book(shop.first(), "1", "1.00"))
        .onConflict(BOOK.byIsbn)
        .set(BOOK.price, excluded(BOOK.price))
        .where(BOOK.price.gt(excluded(BOOK.price)));
    written(
        shop,
        rule,
        row + "DO UPDATE SET \"price\" = excluded.\"price\", \"version\" = \"book\".\"version\" + 1"
            + " WHERE \"book\".\"price\" > excluded.\"price\"");
    Mutation<?> overwrite =
        db.insertInto(AUTHOR).values(shop.first()).onConflict(AUTHOR).overwrite();
    written(
        shop,
        overwrite,
        "INSERT INTO \"author\" (\"id\", \"name\", \"country\") VALUES (?, ?, ?)"
            + " ON CONFLICT (\"id\") DO UPDATE SET \"name\" = excluded.\"name\","
            + " \"country\" = excluded.\"country\"");
    Mutation<?> query = db.insertInto(BOOK.as("b"))
        .set(BOOK.as("b").isbn, Book_.BOOK.isbn)
        .set(BOOK.as("b").title, "t")
        .set(BOOK.as("b").price, BOOK.price)
        .set(BOOK.as("b").format, BOOK.format)
        .set(BOOK.as("b").author, BOOK.author)
        .set(BOOK.as("b").inPrint, true)
        .from(Select.from(BOOK))
        .onConflict(BOOK.byIsbn)
        .doNothing();
    boolean sqlite = test.kind() == DatabaseKind.SQLITE;
    written(
        shop,
        query,
        "INSERT INTO \"book\" (\"isbn\", \"title\", \"price\", \"format\", \"author_id\","
            + " \"in_print\", \"version\") SELECT \"book\".\"isbn\", ?" + (sqlite ? "" : "::text")
            + ", \"book\".\"price\", \"book\".\"format\", \"book\".\"author_id\", ?"
            + (sqlite ? "" : "::boolean")
            + ", 0 FROM \"book\" WHERE 1 = 1 ON CONFLICT (\"isbn\") DO NOTHING");
  }
}
