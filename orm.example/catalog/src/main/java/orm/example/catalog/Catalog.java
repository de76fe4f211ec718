package orm.example.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The books that are for sale: a service of this bundle. */
@ProviderType
public interface Catalog {

  /**
   * Adds an author.
   *
   * @param author the author, not stored yet
   * @return the author as stored
   */
  Author add(Author author);

  /**
   * Adds books, all or none.
   *
   * @param books the books, not stored yet
   * @return the books as stored, in the same order
   * @throws orm.api.error.DuplicateKeyException if one of them is there already
   */
  List<Book> add(List<Book> books);

  /**
   * Finds a book.
   *
   * @param isbn its ISBN
   * @return the book, if it is there
   */
  Optional<Book> find(String isbn);

  /**
   * Tells who wrote a book.
   *
   * @param book the book
   * @return its author
   */
  Author authorOf(Book book);

  /**
   * Finds what is for sale.
   *
   * @param search what to look for
   * @return the offers, the cheapest ones first
   */
  List<Offer> search(Search search);

  /**
   * Changes the price of a book as somebody has seen it.
   *
   * @param book the book as it was read
   * @param price the new price
   * @return the book as stored
   * @throws orm.api.error.StaleRowException if it was changed since it was read
   */
  Book reprice(Book book, BigDecimal price);
}
