package orm.test.convert;

/** A text that is not stored as it is. */
public record Secret(String text) implements Comparable<Secret> {
  @Override
  public int compareTo(Secret other) {
    return text.compareTo(other.text);
  }
}
