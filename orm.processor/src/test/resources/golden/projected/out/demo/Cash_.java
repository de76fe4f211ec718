// Generated from demo.Payment.Cash; edit that record instead.
package demo;

import java.math.BigDecimal;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** The rows of table {@code payment} that are {@link Payment.Cash}. */
@Generated("orm.processor")
@NullMarked
public final class Cash_ extends EntityTable<Payment.Cash, Long> {
  /** The table under its own name. */
  public static final Cash_ CASH = new Cash_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Payment.Cash, Long> id =
      new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code amount}. */
  public final NumberColumn<Payment.Cash, BigDecimal> amount =
      new NumberColumn<>(source, "amount", BigDecimal.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Cash_(Source<Payment.Cash> source) {
    super("payment", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Cash_ as(String alias) {
    return new Cash_(source.as(alias));
  }

  /** A copy to be changed: {@code Cash_.edit(cash).amount(…).done()}. */
  public static Edit edit(Payment.Cash cash) {
    return new Edit(cash);
  }

  /** Reads the columns behind the discriminator. */
  static Payment.Cash readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Payment.Cash> narrow(Source<Payment.Cash> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("cash");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Payment.Cash, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Payment.Cash read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Payment.Cash readRest(Row row) {
      long id = row.nextLong();
      BigDecimal amount = row.nextDecimal();
      row.skip(2);
      return new Payment.Cash(id, amount);
    }

    @Override
    public void write(Payment.Cash cash, Binder out) {
      out.bind("cash");
      out.bind(cash.id());
      out.bind(cash.amount());
      out.bindNulls(2);
    }

    @Override
    public Payment.Cash beforeInsert(Payment.Cash cash, Stamp stamp) {
      BigDecimal amount = Stored.form(cash.amount(), 2);
      if (amount == cash.amount()) {
        return cash;
      }
      return edit(cash).amount(amount).done();
    }

    @Override
    public Payment.Cash beforeUpdate(Payment.Cash cash, Stamp stamp) {
      return beforeInsert(cash, stamp);
    }

    @Override
    public Payment.Cash withGenerated(Payment.Cash cash, Row row) {
      return cash;
    }

    @Override
    public Payment.Cash withNextVersion(Payment.Cash cash) {
      return cash;
    }

    @Override
    public Long key(Payment.Cash cash) {
      return cash.id();
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
  }

  /** Changes components of {@link Payment.Cash} one by one. */
  public static final class Edit {
    private long id;
    private BigDecimal amount;

    private Edit(Payment.Cash cash) {
      id = cash.id();
      amount = cash.amount();
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

    /** {@return the record with the changes} */
    public Payment.Cash done() {
      return new Payment.Cash(id, amount);
    }
  }
}
