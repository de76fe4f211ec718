package demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Converted;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Json;
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
    @Converted List<Money> steps,
    @Converted Money @Nullable [] more,
    @Converted Colour colour,
    @Converted Duration lasts,
    @Converted Amount amountOfAll,
    @Json @Nullable Terms terms,
    @Json List<Terms> former,
    @Nullable Ref<Price> base) {
  /** A key of the user's. */
  public static final class Sku {}

  /** An enum that is not kept by its names. */
  public enum Colour {
    RED
  }

  /** A document with converted values in it. */
  public record Terms(
      @Converted Money deposit,
      @Converted List<Money> steps,
      @Converted Optional<Colour> colour,
      @Converted Map<String, Duration> lasts,
      @Nullable Terms earlier,
      String plain) {}

  /** A record with an order. */
  public record Amount(long cents) implements Comparable<Amount> {
    @Override
    public int compareTo(Amount other) {
      return Long.compare(cents, other.cents);
    }
  }

  /** A record that is converted. */
  public record Money(long cents) {}
}
