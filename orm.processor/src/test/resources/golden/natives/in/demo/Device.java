package demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Json;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;

/** Types that PostgreSQL has and Java has not. */
@Entity
public record Device(
    @Id MacAddress mac,
    Inet address,
    @Nullable Cidr network,
    Optional<Interval> lease,
    Range<Integer> ports,
    @Nullable Range<BigDecimal> volts,
    Optional<Range<LocalDate>> owned,
    List<Inet> seen,
    Inet @Nullable [] other,
    List<Range<Integer>> open,
    @Nullable List<Range<Instant>> uses,
    @Json @Nullable List<Inet> document) {}
