package orm.test.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static orm.test.bookshop.Author_.AUTHOR;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import orm.api.Database;
import orm.api.Orm;
import orm.api.json.Json;
import orm.api.schema.ColumnType;
import orm.spi.convert.TypeConverter;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;
import orm.test.bookshop.Format;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** A value of each type travels as a parameter of text, and so does its null. */
class ParameterTypeTest {
  private record Sample<T>(T value, Class<?> type, RowReader<T> reader, RowReader<T> nullable) {}

  private static final List<Sample<?>> SAMPLES = List.of(
      new Sample<>(true, Boolean.class, Row::nextBoolean, Row::nextBooleanOrNull),
      new Sample<>((byte) -128, Byte.class, Row::nextByte, Row::nextByteOrNull),
      new Sample<>((short) 32_767, Short.class, Row::nextShort, Row::nextShortOrNull),
      new Sample<>(Integer.MIN_VALUE, Integer.class, Row::nextInt, Row::nextIntOrNull),
      new Sample<>(Integer.MAX_VALUE, int.class, Row::nextInt, Row::nextIntOrNull),
      new Sample<>(Long.MIN_VALUE, Long.class, Row::nextLong, Row::nextLongOrNull),
      new Sample<>(0.1f, Float.class, Row::nextFloat, Row::nextFloatOrNull),
      new Sample<>(0.1, Double.class, Row::nextDouble, Row::nextDoubleOrNull),
      new Sample<>('ß', Character.class, Row::nextChar, Row::nextCharOrNull),
      new Sample<>("it's ?", String.class, Row::nextText, Row::nextTextOrNull),
      new Sample<>(
          new BigDecimal("1234567890123456789.0123456789"),
          BigDecimal.class,
          Row::nextDecimal,
          Row::nextDecimalOrNull),
      new Sample<>(new UUID(1, 2), UUID.class, Row::nextUuid, Row::nextUuidOrNull),
      new Sample<>(LocalDate.of(1500, 2, 28), LocalDate.class, Row::nextDate, Row::nextDateOrNull),
      new Sample<>(
          LocalTime.of(23, 59, 59, 999_999_000),
          LocalTime.class,
          Row::nextTime,
          Row::nextTimeOrNull),
      new Sample<>(
          LocalDateTime.of(2026, 2, 28, 1, 2, 3),
          LocalDateTime.class,
          Row::nextDateTime,
          Row::nextDateTimeOrNull),
      new Sample<>(
          Instant.parse("1969-12-31T23:59:59.5Z"),
          Instant.class,
          Row::nextInstant,
          Row::nextInstantOrNull),
      new Sample<>(
          OffsetDateTime.parse("2026-11-22T12:00Z"),
          OffsetDateTime.class,
          Row::nextOffsetDateTime,
          Row::nextOffsetDateTimeOrNull),
      new Sample<>(
          Duration.ofSeconds(-3, 7), Duration.class, Row::nextDuration, Row::nextDurationOrNull),
      new Sample<>(
          Format.EBOOK,
          Format.class,
          row -> row.nextEnum(Format.class),
          row -> row.nextEnumOrNull(Format.class)),
      new Sample<>(
          Json.parse("{\"a\": [1, null]}"), Json.class, Row::nextJson, Row::nextJsonOrNull),
      new Sample<>(
          List.of("a", "b'\""),
          List.class,
          row -> row.nextList(String.class),
          row -> row.nextListOrNull(String.class)),
      new Sample<>(
          List.of(LocalDate.of(2026, 1, 2)),
          List.class,
          row -> row.nextList(LocalDate.class),
          row -> row.nextListOrNull(LocalDate.class)));

  @EachDatabase
  void aValueComesBackAsItWasBound(TestDatabase test) {
    for (Sample<?> sample : SAMPLES) {
      check(test.db(), sample);
    }
  }

  private static <T> void check(Database db, Sample<T> sample) {
    var statement = db.sql("select :v");
    T value = statement.bind("v", sample.value()).map(sample.reader()).one();
    assertEquals(sample.value(), value, sample.type().getName());
    var none = db.sql("select :v where :v is null").bindNull("v", sample.type());
    assertNull(none.map(sample.nullable()).one(), sample.type().getName());
    int nulls = none.map(row -> row.nextAreNull(1) ? 1 : 0).one();
    assertEquals(1, nulls);
  }

  @EachDatabase
  void aListIsLookedIntoByItsType(TestDatabase test) {
    for (Sample<?> sample : SAMPLES) {
      if (sample.type() != List.class && sample.type() != Json.class) {
        int found = test.db()
            .sql("select count(*) where :v in (:l) and not (:v not in (:l))")
            .bind("v", sample.value())
            .bindList("l", List.<Object>of(sample.value(), sample.value()))
            .map(row -> row.nextInt())
            .one();
        assertEquals(1, found, sample.type().getName());
      }
    }
  }

  @EachDatabase
  void bytesComeBackAsTheyWereBound(TestDatabase test) {
    byte[] bytes = {0, -1, 39, 92};
    var statement = test.db().sql("select :v where :v in (:l)");
    assertArrayEquals(
        bytes,
        statement
            .bind("v", bytes)
            .bindList("l", List.of(bytes))
            .map(Row::nextBytes)
            .one());
  }

  @EachDatabase
  void aReferenceIsItsKey(TestDatabase test) {
    assertEquals(
        7L,
        test.db().sql("select :v").bind("v", AUTHOR.ref(7L)).map(Row::nextLong).one());
  }

  @EachDatabase
  void convertersAreAsked(TestDatabase test) {
    Database db = test.open(Orm.builder(test.settings()).converter(new CurrencyConverter()));
    Currency euro = Currency.getInstance("EUR");
    assertEquals(
        euro,
        db.sql("select :v where :v in (:l) and :n is null")
            .bind("v", euro)
            .bindList("l", List.of(euro))
            .bindNull("n", Currency.class)
            .map(row -> row.next(Currency.class))
            .one());
  }

  /** Keeps a currency as its code. */
  private static final class CurrencyConverter implements TypeConverter<Currency, String> {
    @Override
    public Class<Currency> javaType() {
      return Currency.class;
    }

    @Override
    public Class<String> storedType() {
      return String.class;
    }

    @Override
    public ColumnType columnType() {
      return ColumnType.text(3);
    }

    @Override
    public String toStored(Currency value) {
      return value.getCurrencyCode();
    }

    @Override
    public Currency fromStored(String stored) {
      return Currency.getInstance(stored);
    }
  }
}
