package orm.example.orders;

import java.math.BigDecimal;
import java.util.List;

/**
 * An order as it was stored.
 *
 * @param order the order
 * @param lines its lines, in their order
 */
public record Receipt(Order order, List<OrderLine> lines) {

  /** Copies the list. */
  public Receipt {
    lines = List.copyOf(lines);
  }

  public BigDecimal total() {
    return lines.stream()
        .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
