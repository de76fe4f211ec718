package orm.test.nativetype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.row;
import static orm.test.nativetype.Device_.DEVICE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import orm.api.Database;
import orm.api.error.InvalidQueryException;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Condition;
import orm.api.query.Keyset;
import orm.api.query.Page;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Addresses, ranges and intervals: there and back, and asked for. */
class NativeTypeTest {
  private static final Device_ D = DEVICE;
  private static final MacAddress MAC = MacAddress.parse("08:00:2b:01:02:03");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000001Z");
  private static final LocalDateTime EVENING = LocalDateTime.of(2026, 1, 1, 20, 0);

  private static final Device FULL = new Device(
      MAC,
      Inet.parse("192.168.0.1/24"),
      Inet.parse("2001:db8::1"),
      Cidr.parse("10.0.0.0/8"),
      Cidr.parse("2001:db8::/32"),
      new Interval(14, -3, 4_500_000),
      Interval.of(Period.ofDays(40)),
      Range.closed(80, 443),
      Range.atLeast(1024),
      Range.closedOpen(1L, 1L << 40),
      Range.of(new BigDecimal("1.50"), false, new BigDecimal("12"), true),
      Range.closed(LocalDate.of(2020, 2, 28), LocalDate.of(2024, 2, 28)),
      Range.closedOpen(EVENING.minusHours(1), EVENING),
      Range.of(NOON, true, NOON.plusSeconds(1), true),
      List.of(Inet.parse("::ffff:1.2.3.4"), Inet.parse("0.0.0.0/0")),
      List.of(Cidr.parse("0.0.0.0/0")),
      List.of(MAC, MacAddress.parse("ff-ff-ff-ff-ff-ff")),
      List.of(Interval.of(Duration.ofMillis(-1)), new Interval(0, 0, 0)),
      List.of(Range.closedOpen(1, 5), Range.empty()),
      List.of(Range.lessThan(NOON)),
      new Device.Note(Inet.parse("1.1.1.1"), Interval.of(Period.ofMonths(1)), List.of(MAC)));

  private static final Device BARE = new Device(
      MacAddress.parse("08:00:2b:01:02:02"),
      Inet.parse("10.1.2.3"),
      null,
      Cidr.parse("192.168.0.0/16"),
      null,
      new Interval(0, 0, 0),
      null,
      Range.empty(),
      null,
      Range.all(),
      Range.all(),
      Range.lessThan(LocalDate.of(2000, 1, 1)),
      Range.atLeast(EVENING),
      Range.empty(),
      List.of(),
      null,
      List.of(),
      List.of(),
      List.of(),
      null,
      null);

  private static Database filled(TestDatabase test) {
    Database db = test.with(List.of(DEVICE));
    db.insertAll(DEVICE, List.of(FULL, BARE));
    return db;
  }

  @EachDatabase
  void eachTypeSurvives(TestDatabase test) {
    Database db = test.with(List.of(DEVICE));
    for (Device each : List.of(FULL, BARE)) {
      assertEquals(each, db.insert(DEVICE, each));
      assertEquals(each, db.get(DEVICE, each.mac()));
      assertEquals(each, db.upsert(DEVICE, each));
      db.update(DEVICE, each);
      db.updateAll(DEVICE, List.of(each));
      assertEquals(each, db.get(DEVICE, each.mac()));
    }
    db.deleteFrom(DEVICE).all().execute();
    assertEquals(List.of(FULL, BARE), db.insertAll(DEVICE, List.of(FULL, BARE)));
    assertEquals(List.of(BARE, FULL), db.from(D).orderBy(D.mac.asc()).list());
  }

  @EachDatabase
  void eachTypeIsFoundByItsValueAndSelected(TestDatabase test) {
    Database db = filled(test);
    List<Condition> conditions = List.of(
        D.mac.eq(MAC),
        D.mac.in(List.of(MAC)),
        D.mac.gt(BARE.mac()),
        D.address.eq(Inet.parse("192.168.0.1/24")),
        D.address.in(List.of(FULL.address(), Inet.parse("9.9.9.9"))),
        D.other.isNotNull(),
        D.network.eq(Cidr.parse("10.0.0.0/8")),
        D.ports.eq(Range.closedOpen(80, 444)),
        D.ports.in(List.of(Range.closed(80, 443))),
        D.volts.eq(Range.of(new BigDecimal("1.5"), false, new BigDecimal("12.00"), true)),
        D.owned.eq(FULL.owned()),
        D.local.eq(FULL.local()),
        D.used.eq(FULL.used()),
        D.seen.contains(Inet.parse("::ffff:1.2.3.4")),
        D.neighbours.contains(MAC),
        D.open.contains(Range.closed(1, 4)),
        D.open.eq(FULL.open()));
    for (Condition condition : conditions) {
      assertEquals(List.of(MAC), db.from(D).where(condition).select(D.mac).list());
    }
    record Line(Inet address, Range<Integer> ports, Interval lease, List<Range<Integer>> open) {}
    assertEquals(
        new Line(FULL.address(), FULL.ports(), FULL.lease(), FULL.open()),
        db.from(D)
            .where(D.mac.eq(MAC))
            .select(row(D.address, D.ports, D.lease, D.open).into(Line::new))
            .one());
    assertEquals(1, db.from(D).where(D.note.text("from").eq("1.1.1.1")).count());
    List<MacAddress> seen = new ArrayList<>();
    Page<Device> page = db.from(D).orderBy(D.mac.desc()).page(Keyset.first(1));
    page.rows().forEach(each -> seen.add(each.mac()));
    page = db.from(D).orderBy(D.mac.desc()).page(Keyset.after(page.next().orElseThrow(), 1));
    page.rows().forEach(each -> seen.add(each.mac()));
    assertEquals(List.of(FULL.mac(), BARE.mac()), seen);
  }

  @EachDatabase
  void updatesSetThemAndStatementsAsTextBindAndReadThem(TestDatabase test) {
    Database db = filled(test);
    db.update(D)
        .set(D.address, Inet.parse("4.4.4.4"))
        .set(D.ports, Range.closed(1, 2))
        .set(D.lease, Interval.of(Period.ofYears(1)))
        .set(D.open, List.of(Range.atLeast(7)))
        .setNull(D.other)
        .where(D.mac.eq(MAC))
        .execute();
    Device changed = db.get(DEVICE, MAC);
    assertEquals(Inet.parse("4.4.4.4"), changed.address());
    assertEquals(Range.closedOpen(1, 3), changed.ports());
    assertEquals(new Interval(12, 0, 0), changed.lease());
    assertEquals(List.of(Range.atLeast(7)), changed.open());
    assertEquals(
        List.of(changed),
        db.sql("select * from device where mac = :mac and address = :address and ports = :ports")
            .bind("mac", MAC)
            .bind("address", Inet.parse("4.4.4.4"))
            .bind("ports", Range.closed(1, 2))
            .into(Device_::new)
            .list());
    record Read(Inet address, Range<Integer> ports, List<MacAddress> neighbours) {}
    assertEquals(
        new Read(changed.address(), changed.ports(), changed.neighbours()),
        db.sql("select address, ports, neighbours from device where mac in (:macs)")
            .bindList("macs", List.of(MAC))
            .map(row -> new Read(
                row.next(Inet.class), row.nextRange(Integer.class), row.nextList(MacAddress.class)))
            .one());
  }

  @EachDatabase
  void rangesAndNetworksAreLookedIntoWhereTheDatabaseCan(TestDatabase test) {
    Database db = filled(test);
    List<Condition> conditions = List.of(
        D.ports.contains(80),
        D.ports.encloses(Range.closed(100, 200)),
        D.ports.overlaps(Range.atLeast(443)),
        D.otherPorts.overlaps(D.otherPorts),
        D.mac.eq(MAC).and(D.ports.within(Range.closed(1, 1000))),
        D.mac.eq(MAC).and(D.volts.contains(new BigDecimal("1.5001"))),
        D.owned.contains(LocalDate.of(2024, 2, 28)),
        D.used.contains(NOON.plusSeconds(1)),
        D.local.overlaps(Range.closedOpen(EVENING.minusHours(9), EVENING)),
        D.address.within(Cidr.parse("192.168.0.0/16")),
        D.network.encloses(Inet.parse("10.9.9.9")),
        D.network.overlaps(Cidr.parse("10.1.0.0/16")),
        D.otherNetwork.within(Cidr.parse("2001::/16")));
    for (Condition condition : conditions) {
      var query = db.from(D).where(condition).select(D.mac);
      if (test.kind() == DatabaseKind.POSTGRES) {
        assertEquals(List.of(MAC), query.list());
      } else {
        UnsupportedQueryException refused =
            assertThrows(UnsupportedQueryException.class, query::list);
        assertTrue(
            String.valueOf(refused.getMessage())
                .contains("SQLite keeps ranges and networks as text"),
            refused.getMessage());
      }
    }
  }

  @EachDatabase
  void intervalsAreNotCompared(TestDatabase test) {
    Database db = filled(test);
    InvalidQueryException refused = assertThrows(
        InvalidQueryException.class,
        () -> db.from(D).where(D.lease.eq(new Interval(1, 0, 0))).list());
    assertTrue(
        String.valueOf(refused.getMessage()).contains("a month is 30 days"), refused.getMessage());
    assertThrows(
        InvalidQueryException.class,
        () -> db.from(D).where(D.lease.in(List.of(new Interval(1, 0, 0)))).list());
  }
}
