package orm.bench.store;

import static orm.bench.book.Book_.BOOK;

import java.util.List;
import orm.api.Database;
import orm.bench.book.Book;

/** What this project is about. */
class OrmStore implements Store {
  private final Database db;

  OrmStore(Database db) {
    this.db = db;
  }

  @Override
  public Book find(long key) {
    return db.find(BOOK, key).orElseThrow();
  }

  @Override
  public Book insert(Book book) {
    return db.insert(BOOK, book);
  }

  @Override
  public List<Book> insertAll(List<Book> books) {
    return db.insertAll(BOOK, books);
  }

  @Override
  public Book update(Book book) {
    return db.update(BOOK, book);
  }

  @Override
  public List<Book> withPages(int pages) {
    return db.from(BOOK).where(BOOK.pages.eq(pages)).orderBy(BOOK.id.asc()).list();
  }

  @Override
  public List<Book> all() {
    return db.from(BOOK).list();
  }

  @Override
  public void close() {
    db.close();
  }
}
