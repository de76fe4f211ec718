// Generated from demo.Refund; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code refund}, whose rows are {@link Refund}. */
@Generated("orm.processor")
@NullMarked
public final class Refund_ extends EntityTable<Refund, Integer> {
  /** The table under its own name. */
  public static final Refund_ REFUND = new Refund_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Refund, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code payment_id}. */
  public final RefColumn<Refund, Payment, Long> payment =
      new RefColumn<>(this, "payment", Mapping::paymentKey);

  private @Nullable Payment_ paymentPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Refund_(Source<Refund> source) {
    super("refund", source, Mapping.INSTANCE);
  }

  @Override
  public Refund_ as(String alias) {
    return new Refund_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "payment" -> Payment_.PAYMENT;
      default -> super.target(component);
    };
  }

  /** The row that {@code payment} leads to, joined if it is used. */
  public Payment_ payment() {
    Payment_ path = paymentPath;
    if (path == null) {
      path = new Payment_(payment.path());
      paymentPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Refund_.edit(refund).payment(…).done()}. */
  public static Edit edit(Refund refund) {
    return new Edit(refund);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Refund, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Refund read(Row row) {
      return new Refund(row.nextInt(), Payment_.PAYMENT.ref(row.nextLong()));
    }

    @Override
    public void write(Refund refund, Binder out) {
      out.bind(refund.id());
      out.bind(Payment_.PAYMENT.keyOrNull(refund.payment()));
    }

    @Override
    public Refund beforeInsert(Refund refund, Stamp stamp) {
      return refund;
    }

    @Override
    public Refund beforeUpdate(Refund refund, Stamp stamp) {
      return refund;
    }

    @Override
    public Refund withGenerated(Refund refund, Row row) {
      return refund;
    }

    @Override
    public Refund withNextVersion(Refund refund) {
      return refund;
    }

    @Override
    public Integer key(Refund refund) {
      return refund.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table refund
          column id int
          column payment_id bigint component payment
          primary key (id)
          reference payment (payment_id) -> payment (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "39d7981266f52f82";
    }

    static Long paymentKey(Row row) {
      return row.nextLongOrNull();
    }
  }

  /** Changes components of {@link Refund} one by one. */
  public static final class Edit {
    private int id;
    private Ref<Payment> payment;

    private Edit(Refund refund) {
      id = refund.id();
      payment = refund.payment();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code payment}. */
    public Edit payment(Ref<Payment> payment) {
      this.payment = payment;
      return this;
    }

    /** {@return the record with the changes} */
    public Refund done() {
      return new Refund(id, payment);
    }
  }
}
