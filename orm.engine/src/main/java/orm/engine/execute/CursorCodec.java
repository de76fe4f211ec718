package orm.engine.execute;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.type.MacAddress;

/**
 * Writes the place of a row as a cursor, and reads it back: the values of the sort keys, signed
 * together with the query that they belong to, as URL-safe Base64.
 */
public final class CursorCodec {
  private static final int SIGNATURE_BYTES = 16;

  private final CursorSigner signer;
  private final byte[] query;

  /**
   * Makes a codec.
   *
   * @param signer signs cursors
   * @param query tells the query from all others
   */
  public CursorCodec(CursorSigner signer, String query) {
    this.signer = signer;
    this.query = query.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes a cursor.
   *
   * @param place the values of the sort keys
   * @return the cursor
   */
  public String encode(List<? extends @Nullable Object> place) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Object value : place) {
        write(value, out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] payload = bytes.toByteArray();
    byte[] all = Arrays.copyOf(sign(payload), SIGNATURE_BYTES + payload.length);
    System.arraycopy(payload, 0, all, SIGNATURE_BYTES, payload.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * Reads a cursor.
   *
   * @param cursor the cursor
   * @param size the number of sort keys
   * @return their values
   * @throws InvalidQueryException if it was not written for this query by this application
   */
  public List<@Nullable Object> decode(String cursor, int size) {
    byte[] all;
    try {
      all = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw foreign();
    }
    if (all.length < SIGNATURE_BYTES) {
      throw foreign();
    }
    byte[] payload = Arrays.copyOfRange(all, SIGNATURE_BYTES, all.length);
    if (!MessageDigest.isEqual(sign(payload), Arrays.copyOf(all, SIGNATURE_BYTES))) {
      throw foreign();
    }
    List<@Nullable Object> place = new ArrayList<>(size);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
      for (int i = 0; i < size; i++) {
        place.add(read(in));
      }
    } catch (IOException tooShort) {
      throw foreign();
    }
    return place;
  }

  private byte[] sign(byte[] payload) {
    return Arrays.copyOf(signer.sign(query, payload), SIGNATURE_BYTES);
  }

  private static InvalidQueryException foreign() {
    return new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, "Cannot read a page")
        .because("the cursor is altered, or is one of another query or application")
        .fix("Take cursors as page.next() gives them, with the query that gave them; set"
            + " cursor.secret where they must outlive a restart."));
  }

  private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
    if (value == null) {
      out.writeByte('0');
    } else if (value instanceof Short || value instanceof Integer || value instanceof Byte) {
      out.writeByte('i');
      out.writeInt(((Number) value).intValue());
    } else if (value instanceof Long number) {
      out.writeByte('l');
      out.writeLong(number);
    } else if (value instanceof Double || value instanceof Float) {
      out.writeByte('d');
      out.writeDouble(((Number) value).doubleValue());
    } else if (value instanceof Boolean truth) {
      out.writeByte('b');
      out.writeBoolean(truth);
    } else {
      out.writeByte(kind(value));
      byte[] text = text(value).getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
    }
  }

  private static String text(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  private static char kind(Object value) {
    if (value instanceof String) {
      return 's';
    } else if (value instanceof BigDecimal) {
      return 'n';
    } else if (value instanceof UUID) {
      return 'u';
    } else if (value instanceof LocalDate) {
      return 'D';
    } else if (value instanceof LocalTime) {
      return 'T';
    } else if (value instanceof LocalDateTime) {
      return 'L';
    } else if (value instanceof Instant) {
      return 'I';
    } else if (value instanceof OffsetDateTime) {
      return 'O';
    } else if (value instanceof Duration) {
      return 'P';
    } else if (value instanceof MacAddress) {
      return 'M';
    }
    throw new InvalidQueryException(Failure.of(ErrorCode.INVALID_QUERY, "Cannot read a page")
        .because("it is sorted by a value of " + value.getClass().getName())
        .fix("Sort by numbers, texts, dates and times."));
  }

  private static @Nullable Object read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case '0' -> null;
      case 'i' -> in.readInt();
      case 'l' -> in.readLong();
      case 'd' -> in.readDouble();
      case 'b' -> in.readBoolean();
      default -> parse(kind, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    };
  }

  private static Object parse(int kind, String text) {
    return switch (kind) {
      case 'n' -> new BigDecimal(text);
      case 'u' -> UUID.fromString(text);
      case 'D' -> LocalDate.parse(text);
      case 'T' -> LocalTime.parse(text);
      case 'L' -> LocalDateTime.parse(text);
      case 'I' -> Instant.parse(text);
      case 'O' -> OffsetDateTime.parse(text);
      case 'P' -> Duration.parse(text);
      case 'M' -> MacAddress.parse(text);
      default -> text;
    };
  }
}
