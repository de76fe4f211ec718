package orm.test.shop;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.annotation.Subtype;

/** Money received: one table. */
@Entity
public sealed interface Payment {
  /** The key. */
  @Nullable
  Long id();

  /** How much. */
  BigDecimal amount();

  /** By card. */
  @Subtype("card")
  record CardPayment(
      @Id @Generated @Nullable Long id,
      @Numeric(precision = 10, scale = 2) BigDecimal amount,
      String network)
      implements Payment {}

  /** In coins and notes. */
  @Subtype("cash")
  record CashPayment(
      @Id @Generated @Nullable Long id,
      @Numeric(precision = 10, scale = 2) BigDecimal amount,
      int drawer)
      implements Payment {}
}
