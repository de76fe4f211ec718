package orm.test.mutation;

import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import orm.api.Database;
import orm.test.bookshop.Author;
import orm.test.bookshop.Book;
import orm.test.bookshop.Book_;
import orm.test.bookshop.Format;
import orm.test.database.DatabaseKind;
import orm.test.database.TestDatabase;

/** Two authors and three books to write on. */
record Shop(TestDatabase test, Database db, Author first, Author second, List<Book> books) {
  static Shop open(TestDatabase test) {
    Database db = test.with(List.of(BOOK, AUTHOR));
    Author first = db.insert(AUTHOR, new Author(null, "Multatuli", "NL"));
    Author second = db.insert(AUTHOR, new Author(null, "Elsschot", "BE"));
    List<Book> books = db.insertAll(
        BOOK,
        List.of(
            book(first, "1", "12.50"),
            Book_.edit(book(second, "2", "7.35")).editor(AUTHOR.refTo(first)).done(),
            book(second, "3", "30.05")));
    test.statements();
    return new Shop(test, db, first, second, books);
  }

  static Book book(Author author, String isbn, String price) {
    return new Book(
        null,
        isbn,
        "title " + isbn,
        LocalDate.of(1860, 5, 17),
        new BigDecimal(price),
        320,
        Format.PAPERBACK,
        AUTHOR.refTo(author),
        null,
        true,
        0);
  }

  long id(int index) {
    return BOOK.keyOf(books.get(index));
  }

  Book stored(int index) {
    return db.get(BOOK, id(index));
  }

  /** The statements since the last call, with names quoted alike. */
  List<String> statements() {
    return test.statements().stream()
        .map(sql -> test.kind() == DatabaseKind.SQLITE ? sql.replace('`', '"') : sql)
        .toList();
  }
}
