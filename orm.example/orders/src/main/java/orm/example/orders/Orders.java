package orm.example.orders;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import orm.example.catalog.Book;

/** Takes orders: a service of this bundle. */
@ProviderType
public interface Orders {

  /**
   * Registers a customer.
   *
   * @param customer the customer, not stored yet
   * @return the customer as stored
   * @throws orm.api.error.ValidationException if name or address cannot be right
   * @throws orm.api.error.DuplicateKeyException if the address is taken
   */
  Customer register(Customer customer);

  /**
   * Places an order, wholly or not at all.
   *
   * @param customer who orders, registered before
   * @param items what is ordered, at the prices of this moment
   * @return the order as stored
   * @throws UnknownBookException if the catalog does not have one of the books
   * @throws orm.api.error.CheckException if a quantity is not positive
   */
  Receipt place(Customer customer, List<Item> items);

  /**
   * Shows an order.
   *
   * @param order the order, placed before
   * @return its positions, in their order
   */
  List<Position> positions(Order order);

  /** {@return the books that nobody has ordered, by title} */
  List<Book> unsold();
}
