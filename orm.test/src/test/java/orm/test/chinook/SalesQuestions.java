package orm.test.chinook;

import static orm.api.expression.Expressions.count;
import static orm.api.expression.Expressions.lag;
import static orm.api.expression.Expressions.orderedBy;
import static orm.api.expression.Expressions.param;
import static orm.api.expression.Expressions.partitionBy;
import static orm.api.expression.Expressions.rank;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.rowNumber;
import static orm.api.expression.Expressions.scalarNumber;
import static orm.api.expression.Expressions.tuple;
import static orm.api.expression.Expressions.when;
import static orm.test.chinook.Customer_.CUSTOMER;
import static orm.test.chinook.Genre_.GENRE;
import static orm.test.chinook.InvoiceLine_.INVOICE_LINE;
import static orm.test.chinook.Invoice_.INVOICE;
import static orm.test.chinook.Question.cells;
import static orm.test.chinook.Track_.TRACK;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.expression.Expressions;
import orm.api.expression.Param;
import orm.api.expression.Window;
import orm.api.query.Query;
import orm.api.query.Select;

/** What the shop asks about its sales. */
final class SalesQuestions {
  /** How many tracks a genre has more than. */
  static final Param<Long> TRACKS = param("tracks", Long.class);

  /** A constant: customers that left out no genre that has more tracks. */
  static final Select<String> BOUGHT_EVERY_GENRE = boughtEveryGenre();

  private SalesQuestions() {}

  record Month(
      int year,
      int month,
      BigDecimal revenue,
      @Nullable BigDecimal before,
      BigDecimal soFar,
      double quarter) {}

  record GenreSales(
      @Nullable String genre,
      BigDecimal revenue,
      long invoices,
      long dear,
      double average,
      int longest) {}

  record Visit(
      int invoice,
      int customer,
      long visit,
      String change,
      @Nullable Integer other) {}

  record Above(
      String customer, @Nullable String country, @Nullable BigDecimal spent) {}

  record Latest(int customer, LocalDateTime date, BigDecimal total) {}

  private static Select<String> boughtEveryGenre() {
    InvoiceLine_ bought = INVOICE_LINE.as("bought");
    Select<Long> tracks = Select.from(TRACK).where(TRACK.genre.refersTo(GENRE)).select(count());
    return Select.from(CUSTOMER)
        .where(Expressions.notExists(Select.from(GENRE)
            .where(
                scalarNumber(tracks).gt(TRACKS),
                Expressions.notExists(Select.from(bought)
                    .where(
                        bought.invoice().customer.refersTo(CUSTOMER),
                        bought.track().genre.refersTo(GENRE))))))
        .orderBy(CUSTOMER.lastName.asc(), CUSTOMER.customerId.asc())
        .select(CUSTOMER.lastName);
  }

  static List<Question<?>> all() {
    return List.of(
        topCustomersByCountry(),
        revenuePerMonth(),
        salesByGenre(),
        customersThatBoughtEveryGenre(),
        visits(),
        aboveTheAverageOfTheCountry(),
        dearestInvoices());
  }

  private static Question<?> topCustomersByCountry() {
    BigDecimal least = new BigDecimal("39.62");
    var spent = INVOICE.total.sum();
    Spender_ spender = Select.from(INVOICE)
        .groupBy(INVOICE.customer().country, INVOICE.customer.key(), INVOICE.customer().lastName)
        .having(spent.ge(least))
        .select(Spender_.row(
            INVOICE.customer().country,
            INVOICE.customer.key(),
            INVOICE.customer().lastName,
            spent,
            rank().over(partitionBy(INVOICE.customer().country).orderBy(spent.desc()))))
        .asTable("spender", Spender_::new);
    return Question.of(
        "Who are the best customers of each country?",
        db -> db.from(spender)
            .where(spender.place.le(3L))
            .orderBy(spender.country.asc(), spender.place.asc(), spender.customer.asc()),
        s -> cells(s.country(), s.customer(), s.name(), s.spent(), s.place()),
        """
        SELECT * FROM (
          SELECT c.country, c.customer_id, c.last_name, sum(i.total) AS spent,
            rank() OVER (PARTITION BY c.country ORDER BY sum(i.total) DESC) AS place
          FROM invoice i JOIN customer c ON c.customer_id = i.customer_id
          GROUP BY c.country, c.customer_id, c.last_name HAVING sum(i.total) >= 39.62) s
        WHERE place <= 3
        ORDER BY country COLLATE "C", place, customer_id
        """,
        """
        SELECT * FROM (
          SELECT c.country, c.customer_id, c.last_name, sum(i.total) AS spent,
            rank() OVER (PARTITION BY c.country ORDER BY sum(i.total) DESC) AS place
          FROM invoice i JOIN customer c ON c.customer_id = i.customer_id
          GROUP BY c.country, c.customer_id, c.last_name HAVING sum(i.total) >= 39.62) s
        WHERE place <= 3
        ORDER BY country, place, customer_id
        """);
  }

  private static Question<?> revenuePerMonth() {
    var year = INVOICE.invoiceDate.year();
    var month = INVOICE.invoiceDate.month();
    var revenue = INVOICE.total.sum();
    Window soFar = orderedBy(year.asc(), month.asc());
    return Question.of(
        "What does each month bring, beside the month before, so far, and by quarter?",
        db -> db.from(INVOICE)
            .groupBy(year, month)
            .orderBy(year.asc(), month.asc())
            .select(row(
                    year,
                    month,
                    revenue,
                    lag(revenue, 1).over(soFar),
                    revenue.sum().over(soFar),
                    revenue.avg().over(soFar.rows(2, 0)))
                .into(Month::new)),
        m -> cells(m.year(), m.month(), m.revenue(), m.before(), m.soFar(), m.quarter()),
        """
        SELECT extract(YEAR FROM invoice_date), extract(MONTH FROM invoice_date), sum(total),
          lag(sum(total)) OVER w, sum(sum(total)) OVER w,
          avg(sum(total)) OVER (w ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)
        FROM invoice GROUP BY 1, 2
        WINDOW w AS (ORDER BY extract(YEAR FROM invoice_date), extract(MONTH FROM invoice_date))
        ORDER BY 1, 2
        """,
        """
        SELECT year, month, revenue, lag(revenue) OVER w, sum(revenue) OVER w,
          avg(revenue) OVER (w ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)
        FROM (
          SELECT CAST(strftime('%Y', invoice_date) AS INTEGER) AS year,
            CAST(strftime('%m', invoice_date) AS INTEGER) AS month, sum(total) AS revenue
          FROM invoice GROUP BY 1, 2)
        WINDOW w AS (ORDER BY year, month) ORDER BY 1, 2
        """);
  }

  private static Question<?> salesByGenre() {
    InvoiceLine_ line = INVOICE_LINE;
    var revenue = line.unitPrice.times(line.quantity.asDecimal()).sum();
    return Question.of(
        "Which genres sell, how often, how much at the higher price, and how long are they?",
        db -> db.from(line)
            .groupBy(line.track().genre().name)
            .having(count().gt(10L))
            .orderBy(revenue.desc(), line.track().genre().name.asc())
            .select(row(
                    line.track().genre().name,
                    revenue,
                    line.invoice.countDistinct(),
                    count().filter(line.unitPrice.gt(BigDecimal.ONE)),
                    line.track().milliseconds.avg(),
                    line.track().milliseconds.max())
                .into(GenreSales::new)),
        g -> cells(g.genre(), g.revenue(), g.invoices(), g.dear(), g.average(), g.longest()),
        """
        SELECT g.name, sum(l.unit_price * l.quantity), count(DISTINCT l.invoice_id),
          count(*) FILTER (WHERE l.unit_price > 1), avg(t.milliseconds), max(t.milliseconds)
        FROM invoice_line l
        JOIN track t ON t.track_id = l.track_id
        LEFT JOIN genre g ON g.genre_id = t.genre_id
        GROUP BY g.name HAVING count(*) > 10
        ORDER BY 2 DESC, g.name
        """);
  }

  private static Question<?> customersThatBoughtEveryGenre() {
    return Question.of(
        "Which customers bought something of every genre that has more than 300 tracks?",
        db -> db.query(BOUGHT_EVERY_GENRE).bind(TRACKS, 300L),
        name -> cells(name),
        """
        SELECT c.last_name FROM customer c WHERE NOT EXISTS (
          SELECT 1 FROM genre g
          WHERE (SELECT count(*) FROM track t WHERE t.genre_id = g.genre_id) > 300
            AND NOT EXISTS (
              SELECT 1 FROM invoice_line l
              JOIN invoice i ON i.invoice_id = l.invoice_id
              JOIN track t ON t.track_id = l.track_id
              WHERE i.customer_id = c.customer_id AND t.genre_id = g.genre_id))
        ORDER BY c.last_name, c.customer_id
        """);
  }

  private static Question<?> visits() {
    Window visits =
        partitionBy(INVOICE.customer).orderBy(INVOICE.invoiceDate.asc(), INVOICE.invoiceId.asc());
    var before = lag(INVOICE.total, 1).over(visits);
    return Question.of(
        "How does each visit of a customer compare with the one before?",
        db -> db.from(INVOICE)
            .where(INVOICE.customer().country.in(List.of("Canada", "Norway", "Nowhere")))
            .orderBy(INVOICE.invoiceId.asc())
            .select(row(
                    INVOICE.invoiceId,
                    INVOICE.customer.key(),
                    rowNumber().over(visits),
                    when(before.isNull(), "first")
                        .when(before.lt(INVOICE.total), "more")
                        .when(before.eq(INVOICE.total), "same")
                        .otherwise("less"),
                    lag(INVOICE.invoiceId, 1).over(visits).nullIf(97))
                .into(Visit::new)),
        v -> cells(v.invoice(), v.customer(), v.visit(), v.change(), v.other()),
        """
        SELECT i.invoice_id, i.customer_id, row_number() OVER w,
          CASE WHEN lag(i.total) OVER w IS NULL THEN 'first'
            WHEN lag(i.total) OVER w < i.total THEN 'more'
            WHEN lag(i.total) OVER w = i.total THEN 'same' ELSE 'less' END,
          nullif(lag(i.invoice_id) OVER w, 97)
        FROM invoice i JOIN customer c ON c.customer_id = i.customer_id
        WHERE c.country IN ('Canada', 'Norway', 'Nowhere')
        WINDOW w AS (PARTITION BY i.customer_id ORDER BY i.invoice_date, i.invoice_id)
        ORDER BY i.invoice_id
        """);
  }

  private static Question<?> aboveTheAverageOfTheCountry() {
    Invoice_ other = INVOICE.as("other");
    var average = scalarNumber(Select.from(other)
        .where(other.billingCountry.eq(INVOICE.billingCountry))
        .select(other.total.avg()));
    Invoice_ own = INVOICE.as("own");
    var spent = scalarNumber(
        Select.from(own).where(own.customer.eq(INVOICE.customer)).select(own.total.sum()));
    return Question.of(
        "Which invoices are twice as high as the average of their country?",
        db -> db.from(INVOICE)
            .where(INVOICE.total.asDouble().gt(average.times(2.0)))
            .orderBy(INVOICE.invoiceId.asc())
            .select(row(
                    INVOICE.customer().firstName.concat(" ").concat(INVOICE.customer().lastName),
                    INVOICE.billingCountry,
                    spent)
                .into(Above::new))
            .limit(20),
        a -> cells(a.customer(), a.country(), a.spent()),
        """
        SELECT c.first_name || ' ' || c.last_name, i.billing_country,
          (SELECT sum(o.total) FROM invoice o WHERE o.customer_id = i.customer_id)
        FROM invoice i JOIN customer c ON c.customer_id = i.customer_id
        WHERE i.total > 2 * (
          SELECT avg(o.total) FROM invoice o WHERE o.billing_country = i.billing_country)
        ORDER BY i.invoice_id LIMIT 20
        """);
  }

  private static Query<Latest> dearestInvoices(Database db) {
    Invoice_ other = INVOICE.as("other");
    return db.from(INVOICE)
        .distinctOn(INVOICE.customer)
        .where(tuple(INVOICE.customer, INVOICE.total)
            .in(Select.from(other)
                .groupBy(other.customer)
                .select(row(other.customer, other.total.max()).into(List::of))))
        .orderBy(INVOICE.customer.key().asc(), INVOICE.invoiceDate.desc())
        .select(row(INVOICE.customer.key(), INVOICE.invoiceDate, INVOICE.total).into(Latest::new));
  }

  private static Question<?> dearestInvoices() {
    return Question.of(
        "Which is the latest of the dearest invoices of each customer?",
        SalesQuestions::dearestInvoices,
        l -> cells(l.customer(), l.date(), l.total()),
        """
        SELECT DISTINCT ON (customer_id) customer_id, invoice_date, total FROM invoice
        WHERE (customer_id, total) IN (
          SELECT customer_id, max(total) FROM invoice GROUP BY customer_id)
        ORDER BY customer_id, invoice_date DESC
        """,
        """
        SELECT customer_id, max(invoice_date), total FROM invoice
        WHERE (customer_id, total) IN (
          SELECT customer_id, max(total) FROM invoice GROUP BY customer_id)
        GROUP BY customer_id, total ORDER BY customer_id
        """);
  }
}
