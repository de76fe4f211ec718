package demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Json;
import orm.api.annotation.Numeric;
import orm.api.annotation.Unique;
import orm.api.model.Ref;

/** Makes lines too long. */
@Entity
public record PurchaseOrderConfirmationItem(
    @Id int numberWithinTheConfirmation,
    @Id Ref<Key> confirmation,
    @Unique(name = "one_amount") @Numeric(precision = 30, scale = 10)
        BigDecimal amountInTheCurrencyOfTheBuyer,
    Optional<Ref<PurchaseOrderConfirmationItem>> replacementOfThis,
    Optional<Instant> confirmedByTheWarehouseAt,
    Instant confirmedByTheAccountantAt,
    @Json Optional<Attachment> attachment) {
  /** A document with long names. */
  public record Attachment(
      Optional<String> fileNameThatTheRecipientWillSee,
      java.util.Map<String, java.util.List<java.util.Map<String, Instant>>> acknowledgements) {}
}
