package orm.test.convert;

import java.math.BigDecimal;

/** An amount in cents, which has an order. */
public record Money(BigDecimal amount) implements Comparable<Money> {
  static Money of(String amount) {
    return new Money(new BigDecimal(amount));
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.amount);
  }
}
