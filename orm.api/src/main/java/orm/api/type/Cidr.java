package orm.api.type;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A network of IPv4 or IPv6: an address whose bits behind the prefix are zero. {@code cidr} in
 * PostgreSQL, its text in SQLite.
 */
public final class Cidr {
  private final byte[] bytes;
  private final int prefix;

  private Cidr(byte[] bytes, int prefix) {
    this.bytes = bytes;
    this.prefix = prefix;
  }

  static Cidr of(byte[] bytes, int prefix) {
    AddressBytes.requirePrefix(bytes, prefix);
    return new Cidr(AddressBytes.masked(bytes, prefix), prefix);
  }

  /**
   * Takes the network that an address is in.
   *
   * @param address an address of the network
   * @param prefix how many bits name the network: up to 32 for IPv4, up to 128 for IPv6
   * @return the network
   * @throws IllegalArgumentException if the prefix is none
   */
  public static Cidr of(InetAddress address, int prefix) {
    return of(address.getAddress(), prefix);
  }

  /**
   * Reads a network.
   *
   * @param text such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; without a prefix it is a
   *     network of one address
   * @return the network
   * @throws IllegalArgumentException if the text is none, or has bits behind the prefix
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    byte[] bytes = AddressBytes.parse(slash < 0 ? text : text.substring(0, slash));
    int prefix = slash < 0
        ? AddressBytes.bits(bytes)
        : AddressBytes.prefix(bytes, text.substring(slash + 1));
    Cidr network = of(bytes, prefix);
    if (!Arrays.equals(network.bytes, bytes)) {
      throw new IllegalArgumentException(
          "no network, because it has bits behind its prefix: " + text);
    }
    return network;
  }

  /** {@return the first address of the network} */
  public InetAddress address() {
    return AddressBytes.address(bytes);
  }

  /** {@return how many bits name the network} */
  public int prefix() {
    return prefix;
  }

  /** {@return whether this is a network of IPv4} */
  public boolean isIpv4() {
    return bytes.length == 4;
  }

  /**
   * Tells whether an address belongs to the network, as a query does.
   *
   * @param address the address
   * @return whether it does; an address with a shorter prefix does not
   */
  public boolean contains(Inet address) {
    Cidr other = address.network();
    return other.prefix >= prefix
        && other.bytes.length == bytes.length
        && Arrays.equals(AddressBytes.masked(other.bytes, prefix), bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cidr that && prefix == that.prefix && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + prefix;
  }

  /** {@return the text that {@link #parse} reads, always with the prefix} */
  @Override
  public String toString() {
    return AddressBytes.text(bytes) + "/" + prefix;
  }
}
