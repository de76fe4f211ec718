package orm.test.chinook;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds, in short: how many rows, and a checksum over every column of every row, the
 * same in whatever order rows and columns come.
 */
record Fingerprint(int rows, String checksum) {
  /** Columns whose text differs between the databases although their value does not. */
  private static final Set<String> AMOUNTS = Set.of("unitprice", "total");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** The checksum of what plain JDBC gives: the text of each cell. */
  static Fingerprint of(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    Sum sum = new Sum();
    while (result.next()) {
      Map<String, String> cells = new TreeMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String name = plainName(columns.getColumnLabel(i));
        String cell = result.getString(i);
        if (cell != null) {
          cells.put(name, AMOUNTS.contains(name) ? amount(cell) : cell);
        }
      }
      sum.add(cells);
    }
    return sum.done();
  }

  /** The checksum of what the ORM gives: records. */
  static <E> Fingerprint of(ChinookTable<E> table, List<E> records) {
    List<String> names = table.columns();
    Sum sum = new Sum();
    for (E entity : records) {
      List<@Nullable Object> values = table.cells().apply(entity);
      Map<String, String> cells = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) {
        Object value = values.get(i);
        if (value != null) {
          cells.put(plainName(names.get(i)), text(value));
        }
      }
      sum.add(cells);
    }
    return sum.done();
  }

  /** One name for {@code invoice_line_id} and {@code InvoiceLineId}. */
  private static String plainName(String column) {
    return column.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** SQLite's doubles come as 1.0 and 13.86; more than two places would be an error here. */
  private static String amount(String cell) {
    return new BigDecimal(cell).setScale(2).toPlainString();
  }

  private static String text(Object value) {
    return value instanceof LocalDateTime time ? TIME.format(time) : value.toString();
  }

  private static final class Sum {
    private final MessageDigest digest;
    private BigInteger sum = BigInteger.ZERO;
    private int rows;

    Sum() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java has it
      }
    }

    void add(Map<String, String> cells) {
      byte[] hash = digest.digest(cells.toString().getBytes(StandardCharsets.UTF_8));
      sum = sum.add(new BigInteger(1, hash)); // not XOR, under which equal rows would vanish
      rows++;
    }

    Fingerprint done() {
      return new Fingerprint(rows, HexFormat.of().formatHex(sum.toByteArray()));
    }
  }
}
