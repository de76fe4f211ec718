package orm.test.types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static orm.test.types.Everything_.EVERYTHING;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.error.NotNullException;
import orm.api.json.Json;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** What was written comes back, exactly, nulls and extremes included. */
class RoundTripTest {
  private static final Everything PLAIN = new Everything(
      null,
      true,
      false,
      (byte) 1,
      (byte) -1,
      (short) 2,
      (short) -2,
      3,
      -3,
      4L,
      -4L,
      5.5f,
      -5.25f,
      6.125,
      -6.1,
      'x',
      'É',
      "text with ' \" \\ % _ ? :name $1 -- /* 😀 é",
      "",
      new BigDecimal("12.3400"),
      new BigDecimal("1234567890123456789.0123456789"),
      new BigDecimal("0.1000"),
      new byte[] {0, 1, -1, 127, -128},
      UUID.fromString("00000000-0000-7000-8000-00000000000a"),
      LocalDate.of(1500, 2, 28),
      LocalTime.of(23, 59, 59, 999_999_000),
      LocalDateTime.of(1969, 12, 31, 23, 59, 59, 500_000_000),
      Instant.parse("2026-02-03T04:05:06.000007Z"),
      OffsetDateTime.of(2026, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC),
      Duration.ofNanos(-1),
      Colour.Blue,
      Colour.GREEN,
      List.of("a,b", "{\"}", "", "NULL", "é\\"),
      List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE),
      List.of(LocalDate.of(2000, 2, 29)),
      Json.parse("{\"b\": [1, 2.50, null, true, \"x\\u00e9\"], \"a\": {}}"),
      new Note("t", Instant.EPOCH, List.of(5, 4), Map.of("k", Colour.RED)),
      Optional.of("here"),
      new Place("Street", 7, null),
      new Place("Other", 8, "c"));

  private static Everything nulls() {
    return Everything_.edit(PLAIN)
        .maybe(null)
        .smallOrNull(null)
        .mediumOrNull(null)
        .numberOrNull(null)
        .bigOrNull(null)
        .realOrNull(null)
        .preciseOrNull(null)
        .letterOrNull(null)
        .textOrNull(null)
        .vast(null)
        .unbounded(null)
        .bytes(null)
        .uuid(null)
        .date(null)
        .time(null)
        .dateTime(null)
        .instant(null)
        .offset(null)
        .duration(null)
        .nativeColour(null)
        .words(List.of())
        .numbers(null)
        .days(null)
        .document(null)
        .note(null)
        .perhaps(Optional.empty())
        .otherPlace(null)
        .done();
  }

  private static Everything greatest() {
    return Everything_.edit(PLAIN)
        .small(Byte.MAX_VALUE)
        .medium(Short.MAX_VALUE)
        .number(Integer.MAX_VALUE)
        .big(Long.MAX_VALUE)
        .real(Float.MAX_VALUE)
        .precise(Double.MAX_VALUE)
        .letter('\uffff')
        .money(new BigDecimal("99999999999999.9999"))
        .vast(new BigDecimal("9999999999999999999999999999.9999999999"))
        .date(LocalDate.of(9999, 12, 31))
        .dateTime(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000))
        .instant(Instant.parse("9999-12-31T23:59:59.999999Z"))
        .duration(Duration.ofNanos(Long.MAX_VALUE))
        .numbers(List.of())
        .bytes(new byte[0])
        .text("x".repeat(100_000))
        .done();
  }

  private static Everything least() {
    return Everything_.edit(PLAIN)
        .small(Byte.MIN_VALUE)
        .medium(Short.MIN_VALUE)
        .number(Integer.MIN_VALUE)
        .big(Long.MIN_VALUE)
        .real(Float.MIN_VALUE)
        .precise(Double.MIN_VALUE)
        .letter('\u0001')
        .money(new BigDecimal("-99999999999999.9999"))
        .vast(new BigDecimal("-0.0000000001"))
        .date(LocalDate.of(1, 1, 1))
        .time(LocalTime.MIDNIGHT)
        .dateTime(LocalDateTime.of(1, 1, 1, 0, 0))
        .instant(Instant.parse("0001-01-01T00:00:00Z"))
        .duration(Duration.ofNanos(Long.MIN_VALUE))
        .document(Json.ofNull())
        .done();
  }

  /** Arrays have no equality of their own. */
  private static void assertSame(Everything expected, Everything actual) {
    byte @Nullable [] none = null;
    assertArrayEquals(expected.bytes(), actual.bytes());
    assertEquals(
        Everything_.edit(expected).bytes(none).done(),
        Everything_.edit(actual).bytes(none).done());
  }

  @EachDatabase
  void eachTypeSurvivesOneByOne(TestDatabase test) {
    Database db = test.with(List.of(EVERYTHING));
    for (Everything row : List.of(PLAIN, nulls(), greatest(), least())) {
      Everything saved = db.insert(EVERYTHING, row);
      assertNotNull(saved.id());
      assertSame(Everything_.edit(row).id(saved.id()).done(), saved);
      assertSame(saved, db.get(EVERYTHING, EVERYTHING.keyOf(saved)));
      Everything updated = db.update(EVERYTHING, saved);
      assertSame(updated, db.get(EVERYTHING, EVERYTHING.keyOf(saved)));
      assertSame(updated, db.upsert(EVERYTHING, updated));
    }
  }

  @EachDatabase
  void eachTypeSurvivesInBatches(TestDatabase test) {
    Database db = test.with(List.of(EVERYTHING));
    List<Everything> rows = List.of(PLAIN, nulls(), greatest(), least(), PLAIN);
    List<Everything> saved = db.insertAll(EVERYTHING, rows);
    for (int i = 0; i < rows.size(); i++) {
      assertSame(Everything_.edit(rows.get(i)).id(saved.get(i).id()).done(), saved.get(i));
      assertSame(saved.get(i), db.get(EVERYTHING, EVERYTHING.keyOf(saved.get(i))));
    }
    List<Everything> turned = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Everything other = saved.get(rows.size() - 1 - i);
      turned.add(Everything_.edit(other).id(saved.get(i).id()).done());
    }
    db.updateAll(EVERYTHING, turned);
    db.upsertAll(EVERYTHING, turned);
    for (Everything row : turned) {
      assertSame(row, db.get(EVERYTHING, EVERYTHING.keyOf(row)));
    }
  }

  @EachDatabase
  void timesAreCutToMicrosecondsAndOffsetsKeepTheirInstant(TestDatabase test) {
    Database db = test.with(List.of(EVERYTHING));
    Everything saved = db.insert(
        EVERYTHING,
        Everything_.edit(PLAIN)
            .time(LocalTime.MAX)
            .instant(Instant.parse("2026-12-31T23:59:59.999999999Z"))
            .offset(OffsetDateTime.parse("2026-07-01T02:00:00.123456789+02:00"))
            .done());
    assertEquals(LocalTime.of(23, 59, 59, 999_999_000), saved.time());
    assertEquals(Instant.parse("2026-12-31T23:59:59.999999Z"), saved.instant());
    assertEquals(OffsetDateTime.parse("2026-07-01T00:00:00.123456Z"), saved.offset());
    assertSame(saved, db.get(EVERYTHING, EVERYTHING.keyOf(saved)));
  }

  @EachDatabase
  void eachTypeIsFoundByItsValue(TestDatabase test) {
    Database db = test.with(List.of(EVERYTHING));
    db.insertAll(EVERYTHING, List.of(PLAIN, nulls()));
    Everything_ e = EVERYTHING;
    Instant instant = Instant.parse("2026-02-03T04:05:06.000007Z");
    assertEquals(
        1,
        db.from(e)
            .where(
                e.maybe.eq(false),
                e.smallOrNull.in(List.of((byte) -1, (byte) 9)),
                e.mediumOrNull.le((short) -2),
                e.numberOrNull.lt(0),
                e.bigOrNull.between(-4L, -4L),
                e.realOrNull.eq(-5.25f),
                e.preciseOrNull.eq(-6.1),
                e.letterOrNull.eq('É'),
                e.textOrNull.eq(""),
                e.uuid.in(List.of(UUID.fromString("00000000-0000-7000-8000-00000000000a"))),
                e.date.lt(LocalDate.of(1500, 3, 1)),
                e.time.eq(LocalTime.of(23, 59, 59, 999_999_000)))
            .where(
                e.dateTime.lt(LocalDateTime.of(1970, 1, 1, 0, 0)),
                e.instant.in(List.of(instant)),
                e.instant.eq(instant),
                e.duration.lt(Duration.ZERO),
                e.nativeColour.eq(Colour.GREEN),
                e.nativeColour.in(List.of(Colour.RED, Colour.GREEN)),
                e.colour.ne(Colour.RED),
                e.money.gt(new BigDecimal("12.33999")),
                e.money.in(List.of(new BigDecimal("12.34"))),
                e.place.number.eq(7),
                e.otherPlace.street.isNotNull())
            .count());
  }

  @EachDatabase
  void embeddedRecordsAreSetWhole(TestDatabase test) {
    Database db = test.with(List.of(EVERYTHING));
    Everything stored = db.insert(EVERYTHING, PLAIN);
    Place moved = new Place("New street", 11, "b");
    assertEquals(
        1,
        db.update(EVERYTHING)
            .set(EVERYTHING.place, moved)
            .setNull(EVERYTHING.otherPlace)
            .where(EVERYTHING.id.eq(EVERYTHING.keyOf(stored)))
            .execute());
    Everything found = db.get(EVERYTHING, EVERYTHING.keyOf(stored));
    assertEquals(moved, found.place());
    assertNull(found.otherPlace());
    assertEquals(stored.text(), found.text());
    assertThrows(
        NotNullException.class,
        () -> db.update(EVERYTHING).setNull(EVERYTHING.place).all().execute());
  }
}
