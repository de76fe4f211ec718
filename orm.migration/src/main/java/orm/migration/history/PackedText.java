package orm.migration.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Texts as a column of text keeps them: long ones compressed. */
final class PackedText {
  private static final String MARK = "gzip:";
  private static final int LONG = 2_000;

  private PackedText() {}

  static String pack(String text) {
    if (text.length() < LONG && !text.startsWith(MARK)) {
      return text;
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return MARK + Base64.getEncoder().encodeToString(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static String unpack(String stored) {
    if (!stored.startsWith(MARK)) {
      return stored;
    }
    byte[] bytes = Base64.getDecoder().decode(stored.substring(MARK.length()));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
