// Generated from demo.Payment; edit that interface instead.
package demo;

import java.math.BigDecimal;
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
import orm.api.model.EntityTable;
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

  private @Nullable Note_ notesPath;
  private @Nullable Card_ cardPath;
  private @Nullable Cash_ cashPath;

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
      case "refundOf" -> Payment_.PAYMENT;
      default -> super.target(component);
    };
  }

  /** The rows whose {@code payment} leads here: join them, nest them, or ask {@code exists}. */
  public Note_ notes() {
    Note_ path = notesPath;
    if (path == null) {
      path = new Note_(source.inverse("payment"));
      notesPath = path;
    }
    return path;
  }

  /**
   * The same rows seen as {@link Payment.Card}, without a join; the columns of other rows are null.
   */
  public Card_ card() {
    Card_ path = cardPath;
    if (path == null) {
      path = new Card_(source.subtype("card"));
      cardPath = path;
    }
    return path;
  }

  /**
   * The same rows seen as {@link Payment.Cash}, without a join; the columns of other rows are null.
   */
  public Cash_ cash() {
    Cash_ path = cashPath;
    if (path == null) {
      path = new Cash_(source.subtype("cash"));
      cashPath = path;
    }
    return path;
  }

  /** Is a {@link Payment.Card}. */
  public Condition isCard() {
    return kind.eq("card");
  }

  /** Is a {@link Payment.Cash}. */
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
        case "card" -> Card_.readRest(row);
        case "cash" -> Cash_.readRest(row);
        default -> {
          Failure failure = Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read Payment");
          throw new MappingException(
              failure.because("payment.kind is " + kind + ", which no subtype has"));
        }
      };
    }

    @Override
    public void write(Payment payment, Binder out) {
      if (payment instanceof Payment.Card card) {
        Card_.CARD.mapping().write(card, out);
        return;
      }
      Payment.Cash cash = (Payment.Cash) payment;
      Cash_.CASH.mapping().write(cash, out);
    }

    @Override
    public Payment beforeInsert(Payment payment, Stamp stamp) {
      if (payment instanceof Payment.Card card) {
        return Card_.CARD.mapping().beforeInsert(card, stamp);
      }
      Payment.Cash cash = (Payment.Cash) payment;
      return Cash_.CASH.mapping().beforeInsert(cash, stamp);
    }

    @Override
    public Payment beforeUpdate(Payment payment, Stamp stamp) {
      if (payment instanceof Payment.Card card) {
        return Card_.CARD.mapping().beforeUpdate(card, stamp);
      }
      Payment.Cash cash = (Payment.Cash) payment;
      return Cash_.CASH.mapping().beforeUpdate(cash, stamp);
    }

    @Override
    public Payment withGenerated(Payment payment, Row row) {
      if (payment instanceof Payment.Card card) {
        return Card_.CARD.mapping().withGenerated(card, row);
      }
      Payment.Cash cash = (Payment.Cash) payment;
      return Cash_.CASH.mapping().withGenerated(cash, row);
    }

    @Override
    public Payment withNextVersion(Payment payment) {
      if (payment instanceof Payment.Card card) {
        return Card_.CARD.mapping().withNextVersion(card);
      }
      Payment.Cash cash = (Payment.Cash) payment;
      return Cash_.CASH.mapping().withNextVersion(cash);
    }

    @Override
    public @Nullable Long key(Payment payment) {
      if (payment instanceof Payment.Card card) {
        return Card_.CARD.mapping().key(card);
      }
      Payment.Cash cash = (Payment.Cash) payment;
      return Cash_.CASH.mapping().key(cash);
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
          column id bigint
          column amount decimal(12,2)
          column network text for (card)
          column refund_of_id bigint component refundOf null for (card)
          discriminator kind
          primary key (id)
          reference refundOf (refund_of_id) -> payment (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "356adac5d4b40322";
    }
  }
}
