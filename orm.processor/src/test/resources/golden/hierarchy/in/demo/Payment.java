package demo;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Check;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.Numeric;
import orm.api.annotation.OneToMany;
import orm.api.annotation.Subtype;
import orm.api.annotation.Unique;
import orm.api.annotation.Version;
import orm.api.model.Ref;

/** Money received: one table, records inside the interface. */
@Entity
@Check("{amount} > 0")
@OneToMany(name = "refunds", target = Refund.class, mappedBy = "payment")
public sealed interface Payment {
  /** Null before insert. */
  @Nullable Long id();

  /** How much. */
  BigDecimal amount();

  /** By card; its components stand in another order than those of the others. */
  @Subtype("card")
  record CardPayment(
      String network,
      @Id @Generated @Nullable Long id,
      @Numeric(precision = 12, scale = 2) BigDecimal amount,
      @Nullable Ref<Customer> payer,
      @Index Instant paidAt,
      @Unique String authorization,
      @Version int version)
      implements Payment {}

  /** In coins and notes. */
  @Subtype("cash")
  record CashPayment(
      @Id @Generated @Nullable Long id,
      @Numeric(precision = 12, scale = 2) BigDecimal amount,
      Ref<Customer> payer,
      @Index Instant paidAt,
      int drawer,
      @Version int version)
      implements Payment {}
}
