// Generated from demo.Payment.CardPayment; edit that record instead.
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
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.api.model.UniqueKey;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** The rows of table {@code payment} that are {@link Payment.CardPayment}. */
@Generated("orm.processor")
@NullMarked
public final class CardPayment_ extends EntityTable<Payment.CardPayment, Long> {
  /** The table under its own name. */
  public static final CardPayment_ CARD_PAYMENT = new CardPayment_(Source.root());

  /** Column {@code network}. */
  public final TextColumn<Payment.CardPayment> network = new TextColumn<>(source, "network");

  /** Column {@code id}. */
  public final ComparableColumn<Payment.CardPayment, Long> id =
      new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code amount}. */
  public final NumberColumn<Payment.CardPayment, BigDecimal> amount =
      new NumberColumn<>(source, "amount", BigDecimal.class);

  /** Column {@code payer_id}. */
  public final RefColumn<Payment.CardPayment, Customer, Integer> payer =
      new RefColumn<>(this, "payer", Mapping::customerKey);

  /** Column {@code paid_at}. */
  public final TimeColumn<Payment.CardPayment, Instant> paidAt =
      new TimeColumn<>(source, "paid_at", Instant.class);

  /** Column {@code authorization}. */
  public final TextColumn<Payment.CardPayment> authorization =
      new TextColumn<>(source, "authorization");

  /** Column {@code version}. */
  public final ComparableColumn<Payment.CardPayment, Integer> version =
      new ComparableColumn<>(source, "version", Integer.class);

  /** Finds a row by {@code authorization}. */
  public final UniqueKey<Payment.CardPayment, String> byAuthorization =
      new UniqueKey<>(this, authorization);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id, payer";

  private @Nullable Customer_ payerPath;

  /** Makes an instance of the table, for a path or an alias. */
  public CardPayment_(Source<Payment.CardPayment> source) {
    super("payment", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public CardPayment_ as(String alias) {
    return new CardPayment_(source.as(alias));
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

  /** A copy to be changed: {@code CardPayment_.edit(cardPayment).id(…).done()}. */
  public static Edit edit(Payment.CardPayment cardPayment) {
    return new Edit(cardPayment);
  }

  /** Reads the columns behind the discriminator. */
  static Payment.CardPayment readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Payment.CardPayment> narrow(Source<Payment.CardPayment> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("card");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Payment.CardPayment, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Payment.CardPayment read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Payment.CardPayment readRest(Row row) {
      Long id = row.nextLong();
      BigDecimal amount = row.nextDecimal();
      Ref<Customer> payer = Customer_.CUSTOMER.refOrNull(row.nextIntOrNull());
      Instant paidAt = row.nextInstant();
      int version = row.nextInt();
      String network = row.nextText();
      String authorization = row.nextText();
      row.skip(1);
      return new Payment.CardPayment(network, id, amount, payer, paidAt, authorization, version);
    }

    @Override
    public void write(Payment.CardPayment cardPayment, Binder out) {
      out.bind("card");
      out.bind(cardPayment.id());
      out.bind(cardPayment.amount());
      out.bind(Customer_.CUSTOMER.keyOrNull(cardPayment.payer()));
      out.bind(cardPayment.paidAt());
      out.bind(cardPayment.version());
      out.bind(cardPayment.network());
      out.bind(cardPayment.authorization());
      out.bindNulls(1);
    }

    @Override
    public Payment.CardPayment beforeInsert(Payment.CardPayment cardPayment, Stamp stamp) {
      BigDecimal amount = Stored.form(cardPayment.amount(), 2);
      Instant paidAt = Stored.form(cardPayment.paidAt());
      if (amount == cardPayment.amount() && paidAt == cardPayment.paidAt()) {
        return cardPayment;
      }
      return edit(cardPayment).amount(amount).paidAt(paidAt).done();
    }

    @Override
    public Payment.CardPayment beforeUpdate(Payment.CardPayment cardPayment, Stamp stamp) {
      return beforeInsert(cardPayment, stamp);
    }

    @Override
    public Payment.CardPayment withGenerated(Payment.CardPayment cardPayment, Row row) {
      return edit(cardPayment).id(row.nextLong()).done();
    }

    @Override
    public Payment.CardPayment withNextVersion(Payment.CardPayment cardPayment) {
      return edit(cardPayment).version(cardPayment.version() + 1).done();
    }

    @Override
    public @Nullable Long key(Payment.CardPayment cardPayment) {
      return cardPayment.id();
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

  /** Changes components of {@link Payment.CardPayment} one by one. */
  public static final class Edit {
    private String network;
    private @Nullable Long id;
    private BigDecimal amount;
    private @Nullable Ref<Customer> payer;
    private Instant paidAt;
    private String authorization;
    private int version;

    private Edit(Payment.CardPayment cardPayment) {
      network = cardPayment.network();
      id = cardPayment.id();
      amount = cardPayment.amount();
      payer = cardPayment.payer();
      paidAt = cardPayment.paidAt();
      authorization = cardPayment.authorization();
      version = cardPayment.version();
    }

    /** Changes {@code network}. */
    public Edit network(String network) {
      this.network = network;
      return this;
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
    public Edit payer(@Nullable Ref<Customer> payer) {
      this.payer = payer;
      return this;
    }

    /** Changes {@code paidAt}. */
    public Edit paidAt(Instant paidAt) {
      this.paidAt = paidAt;
      return this;
    }

    /** Changes {@code authorization}. */
    public Edit authorization(String authorization) {
      this.authorization = authorization;
      return this;
    }

    /** Changes {@code version}. */
    public Edit version(int version) {
      this.version = version;
      return this;
    }

    /** {@return the record with the changes} */
    public Payment.CardPayment done() {
      return new Payment.CardPayment(network, id, amount, payer, paidAt, authorization, version);
    }
  }
}
