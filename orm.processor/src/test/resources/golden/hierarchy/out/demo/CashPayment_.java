// Generated from demo.Payment.CashPayment; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.time.Instant;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** The rows of table {@code payment} that are {@link Payment.CashPayment}. */
@Generated("orm.processor")
@NullMarked
public final class CashPayment_ extends EntityTable<Payment.CashPayment, Long> {
  /** The table under its own name. */
  public static final CashPayment_ CASH_PAYMENT = new CashPayment_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Payment.CashPayment, Long> id =
      new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code amount}. */
  public final NumberColumn<Payment.CashPayment, BigDecimal> amount =
      new NumberColumn<>(source, "amount", BigDecimal.class);

  /** Column {@code payer_id}. */
  public final RefColumn<Payment.CashPayment, Customer, Integer> payer =
      new RefColumn<>(this, "payer", Mapping::customerKey);

  /** Column {@code paid_at}. */
  public final TimeColumn<Payment.CashPayment, Instant> paidAt =
      new TimeColumn<>(source, "paid_at", Instant.class);

  /** Column {@code drawer}. */
  public final NumberColumn<Payment.CashPayment, Integer> drawer =
      new NumberColumn<>(source, "drawer", Integer.class);

  /** Column {@code version}. */
  public final ComparableColumn<Payment.CashPayment, Integer> version =
      new ComparableColumn<>(source, "version", Integer.class);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id";

  private @Nullable Customer_ payerPath;

  /** Makes an instance of the table, for a path or an alias. */
  public CashPayment_(Source<Payment.CashPayment> source) {
    super("payment", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public CashPayment_ as(String alias) {
    return new CashPayment_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "payer" -> Customer_.CUSTOMER;
      default -> super.target(component);
    };
  }

  /** The row that {@code payer} leads to, joined if it is used. */
  public Customer_ payer() {
    Customer_ path = payerPath;
    if (path == null) {
      path = new Customer_(payer.path());
      payerPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code CashPayment_.edit(cashPayment).amount(…).done()}. */
  public static Edit edit(Payment.CashPayment cashPayment) {
    return new Edit(cashPayment);
  }

  /** Reads the columns behind the discriminator. */
  static Payment.CashPayment readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Payment.CashPayment> narrow(Source<Payment.CashPayment> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("cash");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Payment.CashPayment, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Payment.CashPayment read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Payment.CashPayment readRest(Row row) {
      Long id = row.nextLong();
      BigDecimal amount = row.nextDecimal();
      Ref<Customer> payer = Customer_.CUSTOMER.ref(row.nextInt());
      Instant paidAt = row.nextInstant();
      int version = row.nextInt();
      row.skip(2);
      int drawer = row.nextInt();
      return new Payment.CashPayment(id, amount, payer, paidAt, drawer, version);
    }

    @Override
    public void write(Payment.CashPayment cashPayment, Binder out) {
      out.bind("cash");
      out.bind(cashPayment.id());
      out.bind(cashPayment.amount());
      out.bind(Customer_.CUSTOMER.keyOrNull(cashPayment.payer()));
      out.bind(cashPayment.paidAt());
      out.bind(cashPayment.version());
      out.bindNulls(2);
      out.bind(cashPayment.drawer());
    }

    @Override
    public Payment.CashPayment beforeInsert(Payment.CashPayment cashPayment, Stamp stamp) {
      BigDecimal amount = Stored.form(cashPayment.amount(), 2);
      Instant paidAt = Stored.form(cashPayment.paidAt());
      if (amount == cashPayment.amount() && paidAt == cashPayment.paidAt()) {
        return cashPayment;
      }
      return edit(cashPayment).amount(amount).paidAt(paidAt).done();
    }

    @Override
    public Payment.CashPayment beforeUpdate(Payment.CashPayment cashPayment, Stamp stamp) {
      return beforeInsert(cashPayment, stamp);
    }

    @Override
    public Payment.CashPayment withGenerated(Payment.CashPayment cashPayment, Row row) {
      return edit(cashPayment).id(row.nextLong()).done();
    }

    @Override
    public Payment.CashPayment withNextVersion(Payment.CashPayment cashPayment) {
      return edit(cashPayment).version(cashPayment.version() + 1).done();
    }

    @Override
    public @Nullable Long key(Payment.CashPayment cashPayment) {
      return cashPayment.id();
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return Payment_.PAYMENT.mapping().schema();
    }

    @Override
    public String schemaHash() {
      return Payment_.PAYMENT.mapping().schemaHash();
    }

    static Integer customerKey(Row row) {
      return row.nextIntOrNull();
    }
  }

  /** Changes components of {@link Payment.CashPayment} one by one. */
  public static final class Edit {
    private @Nullable Long id;
    private BigDecimal amount;
    private Ref<Customer> payer;
    private Instant paidAt;
    private int drawer;
    private int version;

    private Edit(Payment.CashPayment cashPayment) {
      id = cashPayment.id();
      amount = cashPayment.amount();
      payer = cashPayment.payer();
      paidAt = cashPayment.paidAt();
      drawer = cashPayment.drawer();
      version = cashPayment.version();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable Long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code amount}. */
    public Edit amount(BigDecimal amount) {
      this.amount = amount;
      return this;
    }

    /** Changes {@code payer}. */
    public Edit payer(Ref<Customer> payer) {
      this.payer = payer;
      return this;
    }

    /** Changes {@code paidAt}. */
    public Edit paidAt(Instant paidAt) {
      this.paidAt = paidAt;
      return this;
    }

    /** Changes {@code drawer}. */
    public Edit drawer(int drawer) {
      this.drawer = drawer;
      return this;
    }

    /** Changes {@code version}. */
    public Edit version(int version) {
      this.version = version;
      return this;
    }

    /** {@return the record with the changes} */
    public Payment.CashPayment done() {
      return new Payment.CashPayment(id, amount, payer, paidAt, drawer, version);
    }
  }
}
