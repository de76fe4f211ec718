package orm.example.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a customer is looking for; what is empty does not matter.
 *
 * @param words part of the title, in capitals or not
 * @param country where the author is from
 * @param atMost the greatest price
 */
public record Search(
    Optional<String> words, Optional<String> country, Optional<BigDecimal> atMost) {

  /** Finds everything. */
  public static final Search ALL = new Search(Optional.empty(), Optional.empty(), Optional.empty());

  public Search words(String part) {
    return new Search(Optional.of(part), country, atMost);
  }

  public Search country(String code) {
    return new Search(words, Optional.of(code), atMost);
  }

  public Search atMost(BigDecimal price) {
    return new Search(words, country, Optional.of(price));
  }
}
