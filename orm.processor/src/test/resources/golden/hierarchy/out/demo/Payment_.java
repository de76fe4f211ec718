// Generated from demo.Payment; edit that interface instead.
package demo;

import java.math.BigDecimal;
import java.time.Instant;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Condition;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code payment}: every kind of {@link Payment}, told apart by column {@code kind}. */
@Generated("orm.processor")
@NullMarked
public final class Payment_ extends EntityTable<Payment, Long> {
  /** The table under its own name. */
  public static final Payment_ PAYMENT = new Payment_(Source.root());

  /** Column {@code kind}, which tells the subtypes apart. */
  public final TextColumn<Payment> kind = new TextColumn<>(source, "kind");

  /** Column {@code id}. */
  public final ComparableColumn<Payment, Long> id =
      new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code amount}. */
  public final NumberColumn<Payment, BigDecimal> amount =
      new NumberColumn<>(source, "amount", BigDecimal.class);

  /** Column {@code payer_id}. */
  public final RefColumn<Payment, Customer, Integer> payer =
      new RefColumn<>(this, "payer", Mapping::customerKey);

  /** Column {@code paid_at}. */
  public final TimeColumn<Payment, Instant> paidAt =
      new TimeColumn<>(source, "paid_at", Instant.class);

  /** Column {@code version}. */
  public final ComparableColumn<Payment, Integer> version =
      new ComparableColumn<>(source, "version", Integer.class);

  private @Nullable Customer_ payerPath;
  private @Nullable Refund_ refundsPath;
  private @Nullable CardPayment_ cardPath;
  private @Nullable CashPayment_ cashPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Payment_(Source<Payment> source) {
    super("payment", source, Mapping.INSTANCE);
  }

  @Override
  public Payment_ as(String alias) {
    return new Payment_(source.as(alias));
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

  /** The rows whose {@code payment} leads here: join them, nest them, or ask {@code exists}. */
  public Refund_ refunds() {
    Refund_ path = refundsPath;
    if (path == null) {
      path = new Refund_(source.inverse("payment"));
      refundsPath = path;
    }
    return path;
  }

  /**
   * The same rows seen as {@link Payment.CardPayment}, without a join; the columns of other rows
   * are null.
   */
  public CardPayment_ card() {
    CardPayment_ path = cardPath;
    if (path == null) {
      path = new CardPayment_(source.subtype("card"));
      cardPath = path;
    }
    return path;
  }

  /**
   * The same rows seen as {@link Payment.CashPayment}, without a join; the columns of other rows
   * are null.
   */
  public CashPayment_ cash() {
    CashPayment_ path = cashPath;
    if (path == null) {
      path = new CashPayment_(source.subtype("cash"));
      cashPath = path;
    }
    return path;
  }

  /** Is a {@link Payment.CardPayment}. */
  public Condition isCard() {
    return kind.eq("card");
  }

  /** Is a {@link Payment.CashPayment}. */
  public Condition isCash() {
    return kind.eq("cash");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Payment, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Payment read(Row row) {
      String kind = row.nextText();
      return switch (kind) {
        case "card" -> CardPayment_.readRest(row);
        case "cash" -> CashPayment_.readRest(row);
        default -> {
          Failure failure = Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read Payment");
          throw new MappingException(
              failure.because("payment.kind is " + kind + ", which no subtype has"));
        }
      };
    }

    @Override
    public void write(Payment payment, Binder out) {
      if (payment instanceof Payment.CardPayment card) {
        CardPayment_.CARD_PAYMENT.mapping().write(card, out);
        return;
      }
      Payment.CashPayment cash = (Payment.CashPayment) payment;
      CashPayment_.CASH_PAYMENT.mapping().write(cash, out);
    }

    @Override
    public Payment beforeInsert(Payment payment, Stamp stamp) {
      if (payment instanceof Payment.CardPayment card) {
        return CardPayment_.CARD_PAYMENT.mapping().beforeInsert(card, stamp);
      }
      Payment.CashPayment cash = (Payment.CashPayment) payment;
      return CashPayment_.CASH_PAYMENT.mapping().beforeInsert(cash, stamp);
    }

    @Override
    public Payment beforeUpdate(Payment payment, Stamp stamp) {
      if (payment instanceof Payment.CardPayment card) {
        return CardPayment_.CARD_PAYMENT.mapping().beforeUpdate(card, stamp);
      }
      Payment.CashPayment cash = (Payment.CashPayment) payment;
      return CashPayment_.CASH_PAYMENT.mapping().beforeUpdate(cash, stamp);
    }

    @Override
    public Payment withGenerated(Payment payment, Row row) {
      if (payment instanceof Payment.CardPayment card) {
        return CardPayment_.CARD_PAYMENT.mapping().withGenerated(card, row);
      }
      Payment.CashPayment cash = (Payment.CashPayment) payment;
      return CashPayment_.CASH_PAYMENT.mapping().withGenerated(cash, row);
    }

    @Override
    public Payment withNextVersion(Payment payment) {
      if (payment instanceof Payment.CardPayment card) {
        return CardPayment_.CARD_PAYMENT.mapping().withNextVersion(card);
      }
      Payment.CashPayment cash = (Payment.CashPayment) payment;
      return CashPayment_.CASH_PAYMENT.mapping().withNextVersion(cash);
    }

    @Override
    public @Nullable Long key(Payment payment) {
      if (payment instanceof Payment.CardPayment card) {
        return CardPayment_.CARD_PAYMENT.mapping().key(card);
      }
      Payment.CashPayment cash = (Payment.CashPayment) payment;
      return CashPayment_.CASH_PAYMENT.mapping().key(cash);
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table payment
          column kind enum(card, cash)
          column id bigint identity
          column amount decimal(12,2)
          column payer_id int component payer null
          column paid_at instant
          column version int version
          column network text for (card)
          column authorization text for (card)
          column drawer int for (cash)
          discriminator kind
          primary key (id)
          unique payment_authorization_key (authorization)
          reference payer (payer_id) -> customer (id)
          index payment_paid_at_idx (paid_at)
          check payment_amount_check "{amount} > 0"
          """;
    }

    @Override
    public String schemaHash() {
      return "23b0b483ed3422fc";
    }

    static Integer customerKey(Row row) {
      return row.nextIntOrNull();
    }
  }
}
