package orm.api.type;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The address of a host, IPv4 or IPv6, and how many of its bits name the network that it is in:
 * {@code inet} in PostgreSQL, its text in SQLite.
 *
 * <p>Never looks up a name. An IPv4 address that is mapped into IPv6 stays one of IPv6, where
 * {@link InetAddress} makes IPv4 of it.
 */
public final class Inet {
  private final byte[] bytes;
  private final int prefix;

  private Inet(byte[] bytes, int prefix) {
    this.bytes = bytes;
    this.prefix = AddressBytes.requirePrefix(bytes, prefix);
  }

  /**
   * Takes an address that stands for itself.
   *
   * @param address the address, whose name and scope are not kept
   * @return the address, with a prefix of all its bits
   */
  public static Inet of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return new Inet(bytes, AddressBytes.bits(bytes));
  }

  /**
   * Takes an address in a network.
   *
   * @param address the address, whose name and scope are not kept
   * @param prefix how many bits name the network: up to 32 for IPv4, up to 128 for IPv6
   * @return the address
   * @throws IllegalArgumentException if the prefix is none
   */
  public static Inet of(InetAddress address, int prefix) {
    return new Inet(address.getAddress(), prefix);
  }

  /**
   * Reads an address.
   *
   * @param text such as {@code 192.168.0.1}, {@code 10.1.2.3/8} or {@code 2001:db8::1}
   * @return the address
   * @throws IllegalArgumentException if the text is none
   */
  public static Inet parse(String text) {
    int slash = text.indexOf('/');
    byte[] bytes = AddressBytes.parse(slash < 0 ? text : text.substring(0, slash));
    return new Inet(
        bytes,
        slash < 0
            ? AddressBytes.bits(bytes)
            : AddressBytes.prefix(bytes, text.substring(slash + 1)));
  }

  /** {@return the address as the JDK has it, without the prefix} */
  public InetAddress address() {
    return AddressBytes.address(bytes);
  }

  /** {@return how many bits name the network} */
  public int prefix() {
    return prefix;
  }

  /** {@return whether this is an address of IPv4} */
  public boolean isIpv4() {
    return bytes.length == 4;
  }

  /** {@return the network that the address is in} */
  public Cidr network() {
    return Cidr.of(bytes, prefix);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Inet that && prefix == that.prefix && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + prefix;
  }

  /** {@return the text that {@link #parse} reads, without a prefix of all bits} */
  @Override
  public String toString() {
    String text = AddressBytes.text(bytes);
    return prefix == AddressBytes.bits(bytes) ? text : text + "/" + prefix;
  }
}
