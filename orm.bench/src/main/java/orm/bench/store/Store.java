package orm.bench.store;

import java.util.List;
import orm.bench.book.Book;

/**
 * A table of books as one contestant reaches it. Every operation takes a connection from the pool
 * and gives it back. Reading is safe for use by several threads.
 */
public interface Store extends AutoCloseable {
  /** Returns the book with a key. */
  Book find(long key);

  /** Returns the row of a book, which may be kept in memory; as rows of the contestant's own. */
  default Object findKept(long key) {
    return find(key);
  }

  /** Inserts a book and returns it with its generated key. */
  Book insert(Book book);

  /** Inserts books, all or none, and returns them with their generated keys in the same order. */
  List<Book> insertAll(List<Book> books);

  /** Writes every column of the book with this key and version, which must exist. */
  Book update(Book book);

  /** Returns the books with a number of pages, by their keys. */
  List<Book> withPages(int pages);

  /** Returns all books in the order of the database. */
  List<Book> all();

  @Override
  void close();
}
