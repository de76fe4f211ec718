package orm.dialect.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as text: {@code 2026-11-22}, {@code 14:05:00} and {@code 2026-11-22
 * 14:05:00.000250}, which is what SQLite's own functions take and give.
 *
 * <p>The fraction is there with six digits or not at all, so that equal times are equal texts and
 * texts are ordered as the times are. Written and read by hand: a formatter of {@code java.time}
 * costs more than the rest of a query.
 */
final class IsoTime {
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;
  private static final int FRACTION_LENGTH = 7;

  private IsoTime() {}

  static String write(LocalDate date) {
    byte[] out = new byte[DATE_LENGTH];
    put(date, out);
    return ascii(out);
  }

  static String write(LocalTime time) {
    int micros = time.getNano() / 1000;
    byte[] out = new byte[micros == 0 ? TIME_LENGTH : TIME_LENGTH + FRACTION_LENGTH];
    put(time, micros, out, 0);
    return ascii(out);
  }

  static String write(LocalDateTime time) {
    int micros = time.getNano() / 1000;
    int length = DATE_LENGTH + 1 + TIME_LENGTH;
    byte[] out = new byte[micros == 0 ? length : length + FRACTION_LENGTH];
    put(time.toLocalDate(), out);
    out[DATE_LENGTH] = ' ';
    put(time.toLocalTime(), micros, out, DATE_LENGTH + 1);
    return ascii(out);
  }

  static String write(Instant instant) {
    return write(
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC));
  }

  private static void put(LocalDate date, byte[] out) {
    put2(date.getYear() / 100, out, 0);
    put2(date.getYear() % 100, out, 2);
    out[4] = '-';
    put2(date.getMonthValue(), out, 5);
    out[7] = '-';
    put2(date.getDayOfMonth(), out, 8);
  }

  private static void put(LocalTime time, int micros, byte[] out, int at) {
    put2(time.getHour(), out, at);
    out[at + 2] = ':';
    put2(time.getMinute(), out, at + 3);
    out[at + 5] = ':';
    put2(time.getSecond(), out, at + 6);
    if (micros != 0) {
      out[at + 8] = '.';
      put2(micros / 10_000, out, at + 9);
      put2(micros / 100 % 100, out, at + 11);
      put2(micros % 100, out, at + 13);
    }
  }

  private static void put2(int number, byte[] out, int at) {
    out[at] = (byte) ('0' + number / 10);
    out[at + 1] = (byte) ('0' + number % 10);
  }

  private static String ascii(byte[] out) {
    return new String(out, StandardCharsets.ISO_8859_1);
  }

  static LocalDate readDate(byte[] text) throws SQLException {
    if (text.length != DATE_LENGTH) {
      throw malformed("date", null);
    }
    return date(text);
  }

  static LocalTime readTime(byte[] text) throws SQLException {
    return time(text, 0, text.length);
  }

  static LocalDateTime readDateTime(byte[] text) throws SQLException {
    return dateTime(text, text.length);
  }

  /** Reads a time in UTC, with or without a Z that says so. */
  static Instant readInstant(byte[] text) throws SQLException {
    boolean zulu = text.length > 0 && text[text.length - 1] == 'Z';
    return dateTime(text, zulu ? text.length - 1 : text.length).toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime dateTime(byte[] text, int end) throws SQLException {
    if (end <= DATE_LENGTH) {
      throw malformed("time", null);
    }
    byte separator = text[DATE_LENGTH];
    if (separator != ' ' && separator != 'T') {
      throw malformed("time", null);
    }
    return LocalDateTime.of(date(text), time(text, DATE_LENGTH + 1, end));
  }

  private static LocalDate date(byte[] text) throws SQLException {
    int year = 100 * digits2(text, 0) + digits2(text, 2);
    int month = digits2(text, 5);
    int day = digits2(text, 8);
    if (text[4] != '-' || text[7] != '-') {
      throw malformed("date", null);
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException impossible) {
      throw malformed("date", impossible);
    }
  }

  /** Seconds may be missing, and their fraction may have one to nine digits. */
  private static LocalTime time(byte[] text, int at, int end) throws SQLException {
    int length = end - at;
    boolean seconds = length >= TIME_LENGTH;
    if ((!seconds && length != 5) || text[at + 2] != ':') {
      throw malformed("time", null);
    }
    int nanos = 0;
    if (seconds) {
      if (text[at + 5] != ':') {
        throw malformed("time", null);
      }
      nanos = nanos(text, at + TIME_LENGTH, end);
    }
    try {
      return LocalTime.of(
          digits2(text, at), digits2(text, at + 3), seconds ? digits2(text, at + 6) : 0, nanos);
    } catch (DateTimeException impossible) {
      throw malformed("time", impossible);
    }
  }

  private static int nanos(byte[] text, int at, int end) throws SQLException {
    if (at == end) {
      return 0;
    }
    int digits = end - at - 1;
    if (text[at] != '.' || digits < 1 || digits > 9) {
      throw malformed("time", null);
    }
    int nanos = 0;
    for (int i = 1; i <= 9; i++) {
      nanos = nanos * 10 + (i <= digits ? digit(text, at + i) : 0);
    }
    return nanos;
  }

  private static int digits2(byte[] text, int at) throws SQLException {
    return 10 * digit(text, at) + digit(text, at + 1);
  }

  private static int digit(byte[] text, int at) throws SQLException {
    int digit = text[at] - '0';
    if (digit < 0 || digit > 9) {
      throw malformed("date or time", null);
    }
    return digit;
  }

  private static SQLException malformed(String what, @Nullable Throwable cause) {
    return new SQLException("the stored text is no " + what + " in ISO form", cause);
  }
}
