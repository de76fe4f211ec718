package orm.api.type;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an address as text and back. Nothing is ever looked up: {@link InetAddress} would
 * take a text that is no address for the name of a host, and an IPv4 address mapped into IPv6 for
 * one of IPv4.
 */
final class AddressBytes {
  private static final int IPV4 = 4;
  private static final int IPV6 = 16;
  private static final int GROUPS = 8;
  private static final int GREATEST_BYTE = 255;

  private AddressBytes() {}

  static byte[] parse(String text) {
    byte[] bytes = text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
    if (bytes == null) {
      throw new IllegalArgumentException("no IP address: " + text);
    }
    return bytes;
  }

  private static byte @Nullable [] ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != IPV4) {
      return null;
    }
    byte[] bytes = new byte[IPV4];
    for (int i = 0; i < IPV4; i++) {
      int value = number(parts[i], 10, 3);
      if (value < 0 || value > GREATEST_BYTE) {
        return null;
      }
      bytes[i] = (byte) value;
    }
    return bytes;
  }

  /** A number without a sign; -1 if it is none. */
  private static int number(String text, int radix, int digits) {
    if (text.isEmpty() || text.length() > digits) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1; // digits of other scripts are none here
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }

  private static byte @Nullable [] ipv6(String text) {
    String hex = text;
    int colon = text.lastIndexOf(':');
    if (text.indexOf('.') > colon) { // the last 32 bits written as IPv4
      byte[] end = ipv4(text.substring(colon + 1));
      if (end == null) {
        return null;
      }
      hex = text.substring(0, colon + 1)
          + Integer.toHexString(group(end, 0))
          + ":"
          + Integer.toHexString(group(end, 2));
    }
    int gap = hex.indexOf("::");
    byte[] bytes = new byte[IPV6];
    if (gap < 0) {
      return groups(hex, bytes, 0) == GROUPS ? bytes : null;
    }
    String before = hex.substring(0, gap);
    String behind = hex.substring(gap + 2);
    int first = before.isEmpty() ? 0 : groups(before, bytes, 0);
    int last = behind.isEmpty() ? 0 : behind.split(":", -1).length;
    if (first < 0 || first + last >= GROUPS) {
      return null;
    }
    return last == 0 || groups(behind, bytes, GROUPS - last) == last ? bytes : null;
  }

  /** Writes groups from a position on; gives their number, or -1 if one is none. */
  private static int groups(String text, byte[] bytes, int from) {
    String[] parts = text.split(":", -1);
    if (from + parts.length > GROUPS) {
      return -1;
    }
    for (int i = 0; i < parts.length; i++) {
      int value = number(parts[i], 16, 4);
      if (value < 0) {
        return -1;
      }
      bytes[2 * (from + i)] = (byte) (value >> 8);
      bytes[2 * (from + i) + 1] = (byte) value;
    }
    return parts.length;
  }

  private static int group(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  /** In the form of RFC 5952, which PostgreSQL gives as well, also for mapped addresses. */
  static String text(byte[] bytes) {
    if (bytes.length == IPV4) {
      return dotted(bytes, 0);
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = group(bytes, 2 * i);
    }
    boolean mapped = Arrays.equals(groups, 0, 6, new int[] {0, 0, 0, 0, 0, 0xffff}, 0, 6);
    if (mapped) {
      return "::ffff:" + dotted(bytes, IPV6 - IPV4);
    }
    int from = 0;
    int length = 1; // a single group of zeros is written
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        from = i;
        length = end - i;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (length > 1 && i == from) {
        out.append("::");
        i += length - 1;
      } else {
        boolean first = out.length() == 0 || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }

  private static String dotted(byte[] bytes, int from) {
    return (bytes[from] & 0xff)
        + "." + (bytes[from + 1] & 0xff)
        + "." + (bytes[from + 2] & 0xff)
        + "." + (bytes[from + 3] & 0xff);
  }

  static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible); // the length is that of an address
    }
  }

  static int bits(byte[] bytes) {
    return bytes.length * 8;
  }

  static int prefix(byte[] bytes, String text) {
    int prefix = number(text, 10, 3);
    return requirePrefix(bytes, prefix);
  }

  static int requirePrefix(byte[] bytes, int prefix) {
    if (prefix < 0 || prefix > bits(bytes)) {
      throw new IllegalArgumentException("a prefix is from 0 to " + bits(bytes) + " bits long");
    }
    return prefix;
  }

  /** The address with zeros behind the prefix. */
  static byte[] masked(byte[] bytes, int prefix) {
    byte[] masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.max(0, Math.min(8, prefix - 8 * i));
      masked[i] &= (byte) (0xff << (8 - kept));
    }
    return masked;
  }
}
