package demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Converted;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Unique;
import orm.api.model.Ref;

/** Values of the user's types. */
@Entity
public record Price(
    @Id @Converted Sku sku,
    @Converted Money amount,
    @Converted @Nullable Money old,
    @Converted Optional<Money> next,
    @Unique @Converted Sku other,
    @Nullable Ref<Price> base) {
  /** A key of the user's. */
  public static final class Sku {}

  /** A record that is converted. */
  public record Money(long cents) {}
}
