package orm.test.convert;

/** A number that is a key and nothing else. */
public record ProductId(long number) implements Comparable<ProductId> {
  @Override
  public int compareTo(ProductId other) {
    return Long.compare(number, other.number);
  }
}
