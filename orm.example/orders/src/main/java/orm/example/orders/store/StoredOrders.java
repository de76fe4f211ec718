package orm.example.orders.store;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static orm.api.expression.Expressions.notExists;
import static orm.api.expression.Expressions.row;
import static orm.example.catalog.Book_.BOOK;
import static orm.example.orders.Customer_.CUSTOMER;
import static orm.example.orders.OrderLine_.ORDER_LINE;
import static orm.example.orders.Order_.ORDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.Database;
import orm.api.model.Ref;
import orm.api.query.Select;
import orm.example.catalog.Book;
import orm.example.orders.Customer;
import orm.example.orders.Item;
import orm.example.orders.Order;
import orm.example.orders.OrderLine;
import orm.example.orders.OrderLine_;
import orm.example.orders.Orders;
import orm.example.orders.Position;
import orm.example.orders.Receipt;
import orm.example.orders.UnknownBookException;

/**
 * Orders in a database.
 *
 * <p>They are there while their database is. A configuration of PID {@code orm.example.orders} with
 * {@code database.target=(orm.database=other)} moves them to another one; it must be that of the
 * catalog.
 */
@Component(name = "orm.example.orders")
public final class StoredOrders implements Orders {

  private final Database database;

  /** Called by the component runtime. */
  @Activate
  public StoredOrders(
      @Reference(name = "database", target = "(orm.database=main)") Database database) {
    this.database = database;
  }

  @Override
  public Customer register(Customer customer) {
    return database.insert(CUSTOMER, customer);
  }

  @Override
  public Receipt place(Customer customer, List<Item> items) {
    return database.transaction(tx -> {
      Map<String, Book> books =
          tx.findAll(BOOK.byIsbn, items.stream().map(Item::isbn).toList()).stream()
              .collect(toMap(Book::isbn, identity()));
      Order order = tx.insert(ORDER, new Order(CUSTOMER.refTo(customer)));
      return new Receipt(order, tx.insertAll(ORDER_LINE, lines(ORDER.refTo(order), items, books)));
    });
  }

  private static List<OrderLine> lines(
      Ref<Order> order, List<Item> items, Map<String, Book> books) {
    List<OrderLine> lines = new ArrayList<>();
    for (Item item : items) {
      Book book = books.get(item.isbn());
      if (book == null) {
        throw new UnknownBookException(item.isbn());
      }
      lines.add(
          new OrderLine(order, lines.size() + 1, BOOK.refTo(book), item.quantity(), book.price()));
    }
    return lines;
  }

  @Override
  public List<Position> positions(Order order) {
    return database
        .from(ORDER_LINE)
        .where(ORDER_LINE.order.eq(ORDER.refTo(order)))
        .orderBy(ORDER_LINE.line.asc())
        .select(row(
                ORDER_LINE.line,
                ORDER_LINE.book().title,
                ORDER_LINE.book().author().name,
                ORDER_LINE.quantity,
                ORDER_LINE.price)
            .into(Position::new))
        .list();
  }

  @Override
  public List<Book> unsold() {
    // The catalog cannot know who refers to its books; whoever does can ask for it.
    OrderLine_ lines = ORDER_LINE.book.inverse(BOOK, OrderLine_::new);
    return database
        .from(BOOK)
        .where(notExists(Select.from(lines)))
        .orderBy(BOOK.title.asc(), BOOK.isbn.asc())
        .list();
  }
}
