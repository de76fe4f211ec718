package orm.test.nativetype;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Json;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;

/** A component of each type of orm.api.type, required, optional and in a list. */
@Entity
public record Device(
    @Id MacAddress mac,
    Inet address,
    @Nullable Inet other,
    Cidr network,
    @Nullable Cidr otherNetwork,
    Interval lease,
    @Nullable Interval otherLease,
    Range<Integer> ports,
    @Nullable Range<Integer> otherPorts,
    Range<Long> serials,
    Range<BigDecimal> volts,
    Range<LocalDate> owned,
    Range<LocalDateTime> local,
    Range<Instant> used,
    List<Inet> seen,
    @Nullable List<Cidr> routes,
    List<MacAddress> neighbours,
    List<Interval> pauses,
    List<Range<Integer>> open,
    @Nullable List<Range<Instant>> uses,
    @Json @Nullable Note note) {
  /** A document with such values in it. */
  public record Note(Inet from, @Nullable Interval every, List<MacAddress> cards) {}
}
