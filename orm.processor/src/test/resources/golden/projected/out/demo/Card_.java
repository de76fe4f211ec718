// Generated from demo.Payment.Card; edit that record instead.
package demo;

import java.math.BigDecimal;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** The rows of table {@code payment} that are {@link Payment.Card}. */
@Generated("orm.processor")
@NullMarked
public final class Card_ extends EntityTable<Payment.Card, Long> {
  /** The table under its own name. */
  public static final Card_ CARD = new Card_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Payment.Card, Long> id =
      new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code amount}. */
  public final NumberColumn<Payment.Card, BigDecimal> amount =
      new NumberColumn<>(source, "amount", BigDecimal.class);

  /** Column {@code network}. */
  public final TextColumn<Payment.Card> network = new TextColumn<>(source, "network");

  /** Column {@code refund_of_id}. */
  public final RefColumn<Payment.Card, Payment, Long> refundOf =
      new RefColumn<>(this, "refundOf", Mapping::paymentKey);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "refundOf";

  private @Nullable Payment_ refundOfPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Card_(Source<Payment.Card> source) {
    super("payment", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Card_ as(String alias) {
    return new Card_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "refundOf" -> Payment_.PAYMENT;
      default -> super.target(component);
    };
  }

  /** The row that {@code refundOf} leads to, joined if it is used. */
  public Payment_ refundOf() {
    Payment_ path = refundOfPath;
    if (path == null) {
      path = new Payment_(refundOf.path());
      refundOfPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Card_.edit(card).amount(…).done()}. */
  public static Edit edit(Payment.Card card) {
    return new Edit(card);
  }

  /** Reads the columns behind the discriminator. */
  static Payment.Card readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Payment.Card> narrow(Source<Payment.Card> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("card");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Payment.Card, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Payment.Card read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Payment.Card readRest(Row row) {
      long id = row.nextLong();
      BigDecimal amount = row.nextDecimal();
      String network = row.nextText();
      Ref<Payment> refundOf = Payment_.PAYMENT.refOrNull(row.nextLongOrNull());
      return new Payment.Card(id, amount, network, refundOf);
    }

    @Override
    public void write(Payment.Card card, Binder out) {
      out.bind("card");
      out.bind(card.id());
      out.bind(card.amount());
      out.bind(card.network());
      out.bind(Payment_.PAYMENT.keyOrNull(card.refundOf()));
    }

    @Override
    public Payment.Card beforeInsert(Payment.Card card, Stamp stamp) {
      BigDecimal amount = Stored.form(card.amount(), 2);
      if (amount == card.amount()) {
        return card;
      }
      return edit(card).amount(amount).done();
    }

    @Override
    public Payment.Card beforeUpdate(Payment.Card card, Stamp stamp) {
      return beforeInsert(card, stamp);
    }

    @Override
    public Payment.Card withGenerated(Payment.Card card, Row row) {
      return card;
    }

    @Override
    public Payment.Card withNextVersion(Payment.Card card) {
      return card;
    }

    @Override
    public Long key(Payment.Card card) {
      return card.id();
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

    static Long paymentKey(Row row) {
      return row.nextLongOrNull();
    }
  }

  /** Changes components of {@link Payment.Card} one by one. */
  public static final class Edit {
    private long id;
    private BigDecimal amount;
    private String network;
    private @Nullable Ref<Payment> refundOf;

    private Edit(Payment.Card card) {
      id = card.id();
      amount = card.amount();
      network = card.network();
      refundOf = card.refundOf();
    }

    /** Changes {@code id}. */
    public Edit id(long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code amount}. */
    public Edit amount(BigDecimal amount) {
      this.amount = amount;
      return this;
    }

    /** Changes {@code network}. */
    public Edit network(String network) {
      this.network = network;
      return this;
    }

    /** Changes {@code refundOf}. */
    public Edit refundOf(@Nullable Ref<Payment> refundOf) {
      this.refundOf = refundOf;
      return this;
    }

    /** {@return the record with the changes} */
    public Payment.Card done() {
      return new Payment.Card(id, amount, network, refundOf);
    }
  }
}
