package orm.example.tour;

import java.math.BigDecimal;
import java.util.List;
import orm.api.Database;
import orm.api.error.CheckException;
import orm.api.error.DuplicateKeyException;
import orm.api.error.ErrorCode;
import orm.api.error.StaleRowException;
import orm.api.error.ValidationException;
import orm.api.error.Violation;
import orm.example.catalog.Book;
import orm.example.catalog.Book_;
import orm.example.catalog.Catalog;
import orm.example.orders.Customer;
import orm.example.orders.Customer_;
import orm.example.orders.Item;
import orm.example.orders.OrderLine_;
import orm.example.orders.Order_;
import orm.example.orders.Orders;
import orm.spi.listen.StatementEvent;

/** What must not happen, and does not. */
final class RefusalStops {

  private final Container container;
  private final SqlLog log;

  RefusalStops(Container container, SqlLog log) {
    this.container = container;
    this.log = log;
  }

  void duplicate(Guide guide) {
    Catalog catalog = container.await(Catalog.class, null);
    Database database = container.await(Database.class, Tour.FILTER);
    Book havelaar = catalog.find(DataStops.HAVELAAR).orElseThrow();
    guide.say("No two books have one ISBN. Adding one again gives:");
    Book again = Book_.edit(havelaar).id(null).title("Again").done();
    DuplicateKeyException refusal =
        guide.checkRefused(DuplicateKeyException.class, () -> catalog.add(List.of(again)));
    guide.check("the message has a code to look up", refusal.code() == ErrorCode.DUPLICATE_KEY);
    guide.check(
        "programs need not read it: the column is " + refusal.column(),
        "isbn".equals(refusal.column()));
    guide.check("no book was added", database.from(Book_.BOOK).count() == 3);
    guide.say("A price of 0 is refused by a check of the same record:");
    CheckException check =
        guide.checkRefused(CheckException.class, () -> catalog.reprice(havelaar, BigDecimal.ZERO));
    guide.check("it has a code of its own", check.code() == ErrorCode.CHECK_FAILED);
    guide.check(
        "the price is the old one",
        catalog.find(DataStops.HAVELAAR).orElseThrow().equals(havelaar));
  }

  void rules(Guide guide) {
    Orders orders = container.await(Orders.class, null);
    guide.say("A customer without a name, and with half an address:");
    log.take();
    ValidationException refusal = guide.checkRefused(
        ValidationException.class, () -> orders.register(new Customer(" ", "nobody@")));
    guide.check(
        "both are told: " + refusal.violations().stream().map(Violation::path).toList(),
        refusal.violations().stream()
            .map(Violation::path)
            .toList()
            .equals(List.of("email", "name")));
    guide.check("the database was not asked", log.take().isEmpty());
  }

  void rollback(Guide guide) {
    Orders orders = container.await(Orders.class, null);
    Database database = container.await(Database.class, Tour.FILTER);
    var customer = database.get(Customer_.CUSTOMER.byEmail, DataStops.CUSTOMER.email());
    long ordersBefore = database.from(Order_.ORDER).count();
    long linesBefore = database.from(OrderLine_.ORDER_LINE).count();
    guide.say("An order whose second line has no quantity. The order itself is inserted first:");
    log.take();
    CheckException unused = guide.checkRefused(
        CheckException.class,
        () -> orders.place(
            customer, List.of(new Item(DataStops.VERE, 1), new Item(DataStops.SULTANA, 0))));
    List<StatementEvent> ran = log.take();
    guide.sql(ran);
    guide.check(
        "the order had been inserted",
        ran.stream()
            .anyMatch(event -> event.error() == null
                && event.rows() == 1
                && event.sql().matches("INSERT INTO .orders.*")));
    guide.check(
        "nothing of it is stored: " + ordersBefore + " order and " + linesBefore
            + " lines, as before",
        database.from(Order_.ORDER).count() == ordersBefore
            && database.from(OrderLine_.ORDER_LINE).count() == linesBefore);
  }

  void stale(Guide guide) {
    Catalog catalog = container.await(Catalog.class, null);
    guide.say(
        "Two people read a book. One changes its price, then the other, who has not seen it:");
    Book mine = catalog.find(DataStops.VERE).orElseThrow();
    Book yours = catalog.find(DataStops.VERE).orElseThrow();
    Book changed = catalog.reprice(mine, new BigDecimal("11.00"));
    guide.check("the first change counts up the version", changed.version() == mine.version() + 1);
    StaleRowException refusal = guide.checkRefused(
        StaleRowException.class, () -> catalog.reprice(yours, new BigDecimal("15.00")));
    guide.check("the second one is refused", refusal.code() == ErrorCode.STALE_ROW);
    guide.check(
        "the first one stands", catalog.find(DataStops.VERE).orElseThrow().equals(changed));
    Book again = catalog.reprice(changed, new BigDecimal("15.00"));
    guide.check(
        "reading again and repeating it works",
        catalog.find(DataStops.VERE).orElseThrow().equals(again));
  }
}
