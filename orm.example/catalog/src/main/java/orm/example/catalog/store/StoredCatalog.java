package orm.example.catalog.store;

import static orm.api.expression.Expressions.row;
import static orm.example.catalog.Author_.AUTHOR;
import static orm.example.catalog.Book_.BOOK;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.Database;
import orm.example.catalog.Author;
import orm.example.catalog.Book;
import orm.example.catalog.Book_;
import orm.example.catalog.Catalog;
import orm.example.catalog.Country;
import orm.example.catalog.Offer;
import orm.example.catalog.Search;

/**
 * The catalog in a database.
 *
 * <p>It is there while its database is. A configuration of PID {@code orm.example.catalog} with
 * {@code database.target=(orm.database=other)} moves it to another one.
 */
@Component(name = "orm.example.catalog")
public final class StoredCatalog implements Catalog {

  private final Database database;

  /** Called by the component runtime. */
  @Activate
  public StoredCatalog(
      @Reference(name = "database", target = "(orm.database=main)") Database database) {
    this.database = database;
  }

  @Override
  public Author add(Author author) {
    return database.insert(AUTHOR, author);
  }

  @Override
  public List<Book> add(List<Book> books) {
    return database.insertAll(BOOK, books);
  }

  @Override
  public Optional<Book> find(String isbn) {
    return database.find(BOOK.byIsbn, isbn);
  }

  @Override
  public Author authorOf(Book book) {
    return database.follow(book.author());
  }

  @Override
  public List<Offer> search(Search search) {
    return database
        .from(BOOK)
        .whereIf(search.words(), BOOK.title::containsIgnoreCase)
        .whereIf(search.country().map(Country::new), BOOK.author().country::eq)
        .whereIf(search.atMost(), BOOK.price::le)
        .orderBy(BOOK.price.asc(), BOOK.isbn.asc())
        .select(row(BOOK.isbn, BOOK.title, BOOK.author().name, BOOK.price).into(Offer::new))
        .list();
  }

  @Override
  public Book reprice(Book book, BigDecimal price) {
    return database.update(BOOK, Book_.edit(book).price(price).done());
  }
}
