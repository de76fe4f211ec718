package orm.test.transaction;

import static orm.test.bookshop.Author_.AUTHOR;

import java.math.BigDecimal;
import java.util.List;
import orm.test.bookshop.Author;
import orm.test.bookshop.Book;
import orm.test.bookshop.Format;

/** Books that a database refuses. */
final class TestBooks {
  private TestBooks() {}

  static List<Book> twoWithOneIsbn(Author author) {
    Book book = new Book(
        null,
        "978-1",
        "t",
        null,
        BigDecimal.ONE,
        null,
        Format.EBOOK,
        AUTHOR.refTo(author),
        null,
        true,
        0);
    return List.of(book, book);
  }
}
