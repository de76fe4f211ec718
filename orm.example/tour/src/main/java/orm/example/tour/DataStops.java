package orm.example.tour;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import orm.api.error.RowRefusedException;
import orm.example.catalog.Author;
import orm.example.catalog.Author_;
import orm.example.catalog.Book;
import orm.example.catalog.Book_;
import orm.example.catalog.Catalog;
import orm.example.catalog.Offer;
import orm.example.catalog.Review;
import orm.example.catalog.Reviews;
import orm.example.catalog.Search;
import orm.example.orders.Customer;
import orm.example.orders.Item;
import orm.example.orders.Orders;
import orm.example.orders.Position;
import orm.example.orders.Receipt;
import orm.spi.listen.StatementEvent;

/** What applications do all day: write and read. */
final class DataStops {

  static final String HAVELAAR = "978-90-253-6359-0";
  static final String VERE = "978-90-204-0841-9";
  static final String SULTANA = "978-1-55861-003-8";
  static final Customer CUSTOMER = new Customer("Ada", "ada@example.org");

  private final Container container;
  private final SqlLog log;

  DataStops(Container container, SqlLog log) {
    this.container = container;
    this.log = log;
  }

  void books(Guide guide) {
    Catalog catalog = container.await(Catalog.class, null);
    log.take();
    Author multatuli = catalog.add(new Author("Multatuli", "NL"));
    Author couperus = catalog.add(new Author("Louis Couperus", "NL"));
    Author hossain = catalog.add(new Author("Rokeya Sakhawat Hossain", "BD"));
    guide.say("Three authors and three books are stored. A listener, which is a service too, was"
        + " told of each statement:");
    List<Book> books = catalog.add(List.of(
        book(HAVELAAR, "Max Havelaar", multatuli, 1860, "12.50"),
        book(VERE, "Eline Vere", couperus, 1889, "14.00"),
        book(SULTANA, "Sultana's Dream", hossain, 1905, "9.95")));
    List<StatementEvent> ran = log.take();
    guide.sql(ran);
    guide.check(
        "one prepared statement stored all three books",
        ran.size() == 4 && ran.get(3).rows() == 3);
    guide.check(
        "each has the key that the database made",
        books.stream().allMatch(book -> book.id() != null));
    guide.check(
        "each is read as it was written",
        books.stream().allMatch(book -> catalog.find(book.isbn()).equals(Optional.of(book))));
  }

  private static Book book(String isbn, String title, Author author, int year, String price) {
    return new Book(
        isbn, title, Author_.AUTHOR.refTo(author), LocalDate.of(year, 1, 1), new BigDecimal(price));
  }

  void memory(Guide guide) {
    Catalog catalog = container.await(Catalog.class, null);
    Book havelaar = catalog.find(HAVELAAR).orElseThrow();
    guide.say(
        "Authors are said to be cached, and a bundle with a cache is there. Who wrote a book is"
            + " asked a thousand times:");
    log.take();
    Author first = catalog.authorOf(havelaar);
    boolean same = true;
    for (int i = 1; i < 1_000; i++) {
      same &= catalog.authorOf(havelaar).equals(first);
    }
    List<StatementEvent> ran = log.take();
    guide.sql(ran);
    guide.check("one statement answered all of it", same && ran.size() == 1);
  }

  void search(Guide guide) {
    Catalog catalog = container.await(Catalog.class, null);
    guide.say("Books from the Netherlands for at most 13. The name of the author is in another"
        + " table:");
    log.take();
    List<Offer> offers = catalog.search(Search.ALL.country("NL").atMost(new BigDecimal("13")));
    List<StatementEvent> ran = log.take();
    guide.sql(ran);
    guide.table(offers.stream()
        .map(offer ->
            List.of(offer.isbn(), offer.title(), offer.author(), offer.price().toPlainString()))
        .toList());
    guide.check("one statement found it", ran.size() == 1);
    guide.check(
        "the offer is right",
        offers.equals(
            List.of(new Offer(HAVELAAR, "Max Havelaar", "Multatuli", new BigDecimal("12.50")))));
  }

  void order(Guide guide) {
    Orders orders = container.await(Orders.class, null);
    guide.say("The lines of an order refer to books, which are another bundle's. A customer"
        + " orders two of them:");
    Customer customer = orders.register(CUSTOMER);
    log.take();
    Receipt receipt = orders.place(customer, List.of(new Item(HAVELAAR, 2), new Item(SULTANA, 1)));
    List<StatementEvent> ran = log.take();
    guide.sql(ran);
    List<Position> positions = orders.positions(receipt.order());
    guide.table(positions.stream()
        .map(position -> List.of(
            String.valueOf(position.line()),
            position.title(),
            position.author(),
            position.quantity() + " x " + position.price().toPlainString()))
        .toList());
    guide.check(
        "three prepared statements did it, and would for any number of lines", ran.size() == 3);
    guide.check(
        "the order is read as it was placed",
        positions.equals(List.of(
                new Position(1, "Max Havelaar", "Multatuli", 2, new BigDecimal("12.50")),
                new Position(
                    2, "Sultana's Dream", "Rokeya Sakhawat Hossain", 1, new BigDecimal("9.95"))))
            && receipt.total().compareTo(new BigDecimal("34.95")) == 0);
    guide.check(
        "one book is left that nobody has ordered",
        orders.unsold().stream().map(Book::isbn).toList().equals(List.of(VERE)));
  }

  void reviews(Guide guide) {
    Catalog catalog = container.await(Catalog.class, null);
    Reviews reviews = container.await(Reviews.class, null);
    Book vere = catalog.find(VERE).orElseThrow();
    guide.say("Reviews of a book. A service of the catalog tidies them before they are written, and"
        + " one of this tour says who writes:");
    log.take();
    Review read = reviews.add(new Review(Book_.BOOK.refTo(vere), 5, "  Read it in a night. "));
    Review rude = reviews.add(new Review(Book_.BOOK.refTo(vere), 1, "Rubbish!"));
    guide.sql(log.take());
    guide.check(
        "the text has no blanks around it: " + read.text(),
        read.text().equals("Read it in a night."));
    guide.check("the reader is filled in: " + read.reader(), read.reader().equals(Guest.NAME));
    guide.say("One without words is refused by that service:");
    RowRefusedException unused = guide.checkRefused(
        RowRefusedException.class, () -> reviews.add(new Review(Book_.BOOK.refTo(vere), 3, " ")));
    guide.say("Its words are found, however somebody types them:");
    log.take();
    List<Review> found = reviews.about("NIGHT & read");
    guide.sql(log.take());
    guide.check("one review is about a night", found.equals(List.of(read)));
    guide.say("Hiding a review marks it as deleted, and every query passes it over:");
    log.take();
    reviews.hide(rude);
    List<Review> seen = reviews.of(vere);
    guide.sql(log.take());
    guide.check("one review is seen", seen.equals(List.of(read)));
    guide.check("the other is there still", reviews.hidden() == 1);
  }
}
