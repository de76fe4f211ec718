package orm.migration.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** One text, however an editor has stored it. */
public final class TextForm {
  private static final int SHOWN_BYTES = 16;

  private TextForm() {}

  /** Decodes UTF-8, and drops what editors of different systems do differently. */
  static String decode(byte[] bytes) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return lines(text);
  }

  private static String lines(String text) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return body.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * Brings a text into the form of which the checksum is made.
   *
   * @param text the text
   * @return without byte order mark, blanks at the ends of lines, empty lines at begin and end, and
   *     directives
   */
  public static String canonical(String text) {
    return lines(text)
        .lines()
        .filter(line -> !Directive.isOne(line))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /**
   * Makes a checksum that is the same for all forms of one text.
   *
   * @param text the text
   * @return the checksum
   */
  public static String checksum(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest(canonical(text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
