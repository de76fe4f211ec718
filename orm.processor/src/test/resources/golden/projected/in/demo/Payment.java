package demo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.annotation.OneToMany;
import orm.api.annotation.Subtype;
import orm.api.model.Ref;

/** A sealed interface as root and as target. */
@Entity
@OneToMany(name = "notes", target = Note.class, mappedBy = "payment")
public sealed interface Payment {
  /** By card. */
  @Subtype("card")
  record Card(
      @Id long id,
      @Numeric(precision = 12, scale = 2) BigDecimal amount,
      String network,
      @Nullable Ref<Payment> refundOf)
      implements Payment {}

  /** In cash. */
  @Subtype("cash")
  record Cash(@Id long id, @Numeric(precision = 12, scale = 2) BigDecimal amount)
      implements Payment {}
}
