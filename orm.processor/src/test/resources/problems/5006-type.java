package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    java.util.Date date,
//^ ORM-5006 Cannot map Problem.date: no column holds a value of type Date. Use a type of java.time, or a text, number or list.
    java.math.BigInteger big,
//^ ORM-5006 Cannot map Problem.big: no column holds a value of type BigInteger. Use BigDecimal, with @Numeric(precision = …, scale = 0).
    java.time.ZonedDateTime zoned,
//^ ORM-5006 Cannot map Problem.zoned: no column holds a value of type ZonedDateTime. Use OffsetDateTime or Instant, and a column for the zone if it matters.
    StringBuilder text,
//^ ORM-5006 Cannot map Problem.text: no column holds a value of type StringBuilder. Mark it with @Converted and supply a TypeConverter for StringBuilder, or use a text, number, time, enum or list.
    Pair pair,
//^ ORM-5006 Cannot map Problem.pair: no column holds a value of type Pair. Mark it with @Json to keep it as a document, or with @Embedded and Pair with @Embeddable to make its components columns.
    Part part,
//^ ORM-5006 Cannot map Problem.part: no column holds a value of type Part. Mark the component with @Embedded.
    Other other,
//^ ORM-5006 Cannot map Problem.other: no column holds a value of type Other. Refer to it with Ref<Other>.
    int[][] grid,
//^ ORM-5006 Cannot map Problem.grid: no column holds a value of type int[][]. Use a list of texts, numbers or times.
    Set<String> words,
//^ ORM-5006 Cannot map Problem.words: no column holds a value of type Set<String>. Use List<String>.
    Collection<? extends Number> numbers,
//^ ORM-5006 Cannot map Problem.numbers: no column holds a value of type Collection<? extends java.lang.Number>. Mark it with @Json to keep it as a document.
    Map<String, Integer> counts,
//^ ORM-5006 Cannot map Problem.counts: no column holds a value of type Map<String, Integer>. Mark it with @Json to keep it as a document.
    List<Pair> pairs,
//^ ORM-5006 Cannot map Problem.pairs: no column holds a value of type List<Pair>. Mark it with @Json to keep it as a document.
    Object any,
//^ ORM-5006 Cannot map Problem.any: no column holds a value of type Object. Mark it with @Converted and supply a TypeConverter for Object, or use a text, number, time, enum or list.
    java.net.InetAddress host,
//^ ORM-5006 Cannot map Problem.host: no column holds a value of type InetAddress. Use orm.api.type.Inet, which keeps what is stored.
    java.time.Period period,
//^ ORM-5006 Cannot map Problem.period: no column holds a value of type Period. Use orm.api.type.Interval.
    orm.api.type.Range<java.time.Year> years,
//^ ORM-5006 Cannot map Problem.years: no column holds a value of type Range<Year>. Use a range of Integer, Long, BigDecimal, LocalDate, LocalDateTime or Instant.
    @Converted int small,
//^ ORM-5006 Cannot map Problem.small: a converter is found by a class, and int is none or more than that. Use Integer.
    @Converted Set<String> converted) {}
//^ ORM-5006 Cannot map Problem.converted: a converter is found by a class, and java.util.Set<java.lang.String> is none or more than that. Use a class without type parameters, or a list or array of such a class.

record Pair(int a, int b) {}

@Embeddable
record Part(int a) {}

@Entity
record Other(@Id int id) {}

@Embeddable
record Nothing() {}
//^ ORM-5006 Cannot map Nothing: it has no components. Give it at least one.
