package orm.api.type;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of a network card, of six bytes: {@code macaddr} in PostgreSQL, its text in SQLite.
 * Both databases order it as {@link #compareTo} does.
 *
 * @param bits the 48 bits
 */
public record MacAddress(long bits) implements Comparable<MacAddress> {
  private static final long ALL = (1L << 48) - 1;
  private static final Pattern TEXT = Pattern.compile("\\p{XDigit}{2}(:\\p{XDigit}{2}){5}");

  /**
   * Checks the bits.
   *
   * @param bits the 48 bits
   * @throws IllegalArgumentException if there are more of them
   */
  public MacAddress {
    if ((bits & ~ALL) != 0) {
      throw new IllegalArgumentException("a MAC address has 48 bits");
    }
  }

  /**
   * Reads an address.
   *
   * @param text six bytes in hexadecimal, as {@code 08:00:2b:01:02:03} or with hyphens
   * @return the address
   * @throws IllegalArgumentException if the text is none
   */
  public static MacAddress parse(String text) {
    String colons = text.replace('-', ':');
    if (!TEXT.matcher(colons).matches()) {
      throw new IllegalArgumentException("no MAC address: " + text);
    }
    return new MacAddress(Long.parseLong(colons.replace(":", ""), 16));
  }

  @Override
  public int compareTo(MacAddress other) {
    return Long.compare(bits, other.bits);
  }

  /** {@return six bytes in small hexadecimal digits with colons between them} */
  @Override
  public String toString() {
    String hex = String.format(Locale.ROOT, "%012x", bits);
    StringBuilder out = new StringBuilder(17);
    for (int i = 0; i < hex.length(); i += 2) {
      out.append(i == 0 ? "" : ":").append(hex, i, i + 2);
    }
    return out.toString();
  }
}
