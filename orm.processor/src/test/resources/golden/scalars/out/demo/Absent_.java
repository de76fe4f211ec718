// Generated from demo.Absent; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.BooleanColumn;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.JsonColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.json.Json;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code absent}, whose rows are {@link Absent}. */
@Generated("orm.processor")
@NullMarked
public final class Absent_ extends EntityTable<Absent, Integer> {
  /** The table under its own name. */
  public static final Absent_ ABSENT = new Absent_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Absent, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code flag}. */
  public final BooleanColumn<Absent> flag = new BooleanColumn<>(source, "flag");

  /** Column {@code tiny}. */
  public final NumberColumn<Absent, Byte> tiny = new NumberColumn<>(source, "tiny", Byte.class);

  /** Column {@code small}. */
  public final NumberColumn<Absent, Short> small = new NumberColumn<>(source, "small", Short.class);

  /** Column {@code large}. */
  public final NumberColumn<Absent, Long> large = new NumberColumn<>(source, "large", Long.class);

  /** Column {@code real}. */
  public final NumberColumn<Absent, Float> real = new NumberColumn<>(source, "real", Float.class);

  /** Column {@code precise}. */
  public final NumberColumn<Absent, Double> precise =
      new NumberColumn<>(source, "precise", Double.class);

  /** Column {@code letter}. */
  public final ComparableColumn<Absent, Character> letter =
      new ComparableColumn<>(source, "letter", Character.class);

  /** Column {@code text}. */
  public final TextColumn<Absent> text = new TextColumn<>(source, "text");

  /** Column {@code amount}. */
  public final NumberColumn<Absent, BigDecimal> amount =
      new NumberColumn<>(source, "amount", BigDecimal.class);

  /** Column {@code rate}. */
  public final NumberColumn<Absent, BigDecimal> rate =
      new NumberColumn<>(source, "rate", BigDecimal.class);

  /** Column {@code bytes}. */
  public final Column<Absent, byte[]> bytes = new Column<>(source, "bytes", byte[].class);

  /** Column {@code uuid}. */
  public final ComparableColumn<Absent, UUID> uuid =
      new ComparableColumn<>(source, "uuid", UUID.class);

  /** Column {@code date}. */
  public final TimeColumn<Absent, LocalDate> date =
      new TimeColumn<>(source, "date", LocalDate.class);

  /** Column {@code time}. */
  public final TimeColumn<Absent, LocalTime> time =
      new TimeColumn<>(source, "time", LocalTime.class);

  /** Column {@code date_time}. */
  public final TimeColumn<Absent, LocalDateTime> dateTime =
      new TimeColumn<>(source, "date_time", LocalDateTime.class);

  /** Column {@code instant}. */
  public final TimeColumn<Absent, Instant> instant =
      new TimeColumn<>(source, "instant", Instant.class);

  /** Column {@code offset}. */
  public final TimeColumn<Absent, OffsetDateTime> offset =
      new TimeColumn<>(source, "offset", OffsetDateTime.class);

  /** Column {@code duration}. */
  public final ComparableColumn<Absent, Duration> duration =
      new ComparableColumn<>(source, "duration", Duration.class);

  /** Column {@code mood}. */
  public final Column<Absent, Required.Mood> mood =
      new Column<>(source, "mood", Required.Mood.class);

  /** Column {@code json}. */
  public final JsonColumn<Absent, Json> json =
      new JsonColumn<>(source, "json", Mapping::jsonOrNull);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS =
      "flag, tiny, small, large, real, precise, letter, text, amount, rate, bytes, uuid, date, "
          + "time, dateTime, instant, offset, duration, mood, json";

  /** Makes an instance of the table, for a path or an alias. */
  public Absent_(Source<Absent> source) {
    super("absent", source, Mapping.INSTANCE);
  }

  @Override
  public Absent_ as(String alias) {
    return new Absent_(source.as(alias));
  }

  /** A copy to be changed: {@code Absent_.edit(absent).flag(…).done()}. */
  public static Edit edit(Absent absent) {
    return new Edit(absent);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Absent, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Absent read(Row row) {
      return new Absent(
          row.nextInt(),
          row.nextBooleanOrNull(),
          row.nextByteOrNull(),
          row.nextShortOrNull(),
          row.nextLongOrNull(),
          row.nextFloatOrNull(),
          row.nextDoubleOrNull(),
          row.nextCharOrNull(),
          row.nextTextOrNull(),
          row.nextDecimalOrNull(),
          row.nextDecimalOrNull(),
          row.nextBytesOrNull(),
          row.nextUuidOrNull(),
          row.nextDateOrNull(),
          row.nextTimeOrNull(),
          row.nextDateTimeOrNull(),
          row.nextInstantOrNull(),
          row.nextOffsetDateTimeOrNull(),
          row.nextDurationOrNull(),
          row.nextEnumOrNull(Required.Mood.class),
          row.nextJsonOrNull());
    }

    @Override
    public void write(Absent absent, Binder out) {
      out.bind(absent.id());
      out.bind(absent.flag());
      out.bind(absent.tiny());
      out.bind(absent.small());
      out.bind(absent.large());
      out.bind(absent.real());
      out.bind(absent.precise());
      out.bind(absent.letter());
      out.bind(absent.text());
      out.bind(absent.amount());
      out.bind(absent.rate());
      out.bind(absent.bytes());
      out.bind(absent.uuid());
      out.bind(absent.date());
      out.bind(absent.time());
      out.bind(absent.dateTime());
      out.bind(absent.instant());
      out.bind(absent.offset());
      out.bind(absent.duration());
      out.bind(absent.mood());
      out.bind(absent.json());
    }

    @Override
    public Absent beforeInsert(Absent absent, Stamp stamp) {
      BigDecimal rate = Stored.form(absent.rate(), 4);
      LocalTime time = Stored.form(absent.time());
      LocalDateTime dateTime = Stored.form(absent.dateTime());
      Instant instant = Stored.form(absent.instant());
      OffsetDateTime offset = Stored.form(absent.offset());
      if (rate == absent.rate()
          && time == absent.time()
          && dateTime == absent.dateTime()
          && instant == absent.instant()
          && offset == absent.offset()) {
        return absent;
      }
      return edit(absent)
          .rate(rate)
          .time(time)
          .dateTime(dateTime)
          .instant(instant)
          .offset(offset)
          .done();
    }

    @Override
    public Absent beforeUpdate(Absent absent, Stamp stamp) {
      return beforeInsert(absent, stamp);
    }

    @Override
    public Absent withGenerated(Absent absent, Row row) {
      return absent;
    }

    @Override
    public Absent withNextVersion(Absent absent) {
      return absent;
    }

    @Override
    public Integer key(Absent absent) {
      return absent.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table absent
          column id int
          column flag boolean null
          column tiny smallint null
          column small smallint null
          column large bigint null
          column real real null
          column precise double null
          column letter text(1) null
          column text text null
          column amount decimal null
          column rate decimal(9,4) null
          column bytes bytes null
          column uuid uuid null
          column date date null
          column time time null
          column date_time datetime null
          column instant instant null
          column offset instant null
          column duration duration null
          column mood enum(GOOD, BAD) null
          column json json null
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "55f7878067610b2b";
    }

    static Json jsonOrNull(Row row) {
      return row.nextJsonOrNull();
    }
  }

  /** Changes components of {@link Absent} one by one. */
  public static final class Edit {
    private int id;
    private @Nullable Boolean flag;
    private @Nullable Byte tiny;
    private @Nullable Short small;
    private @Nullable Long large;
    private @Nullable Float real;
    private @Nullable Double precise;
    private @Nullable Character letter;
    private @Nullable String text;
    private @Nullable BigDecimal amount;
    private @Nullable BigDecimal rate;
    private byte @Nullable [] bytes;
    private @Nullable UUID uuid;
    private @Nullable LocalDate date;
    private @Nullable LocalTime time;
    private @Nullable LocalDateTime dateTime;
    private @Nullable Instant instant;
    private @Nullable OffsetDateTime offset;
    private @Nullable Duration duration;
    private Required.@Nullable Mood mood;
    private @Nullable Json json;

    private Edit(Absent absent) {
      id = absent.id();
      flag = absent.flag();
      tiny = absent.tiny();
      small = absent.small();
      large = absent.large();
      real = absent.real();
      precise = absent.precise();
      letter = absent.letter();
      text = absent.text();
      amount = absent.amount();
      rate = absent.rate();
      bytes = absent.bytes();
      uuid = absent.uuid();
      date = absent.date();
      time = absent.time();
      dateTime = absent.dateTime();
      instant = absent.instant();
      offset = absent.offset();
      duration = absent.duration();
      mood = absent.mood();
      json = absent.json();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code flag}. */
    public Edit flag(@Nullable Boolean flag) {
      this.flag = flag;
      return this;
    }

    /** Changes {@code tiny}. */
    public Edit tiny(@Nullable Byte tiny) {
      this.tiny = tiny;
      return this;
    }

    /** Changes {@code small}. */
    public Edit small(@Nullable Short small) {
      this.small = small;
      return this;
    }

    /** Changes {@code large}. */
    public Edit large(@Nullable Long large) {
      this.large = large;
      return this;
    }

    /** Changes {@code real}. */
    public Edit real(@Nullable Float real) {
      this.real = real;
      return this;
    }

    /** Changes {@code precise}. */
    public Edit precise(@Nullable Double precise) {
      this.precise = precise;
      return this;
    }

    /** Changes {@code letter}. */
    public Edit letter(@Nullable Character letter) {
      this.letter = letter;
      return this;
    }

    /** Changes {@code text}. */
    public Edit text(@Nullable String text) {
      this.text = text;
      return this;
    }

    /** Changes {@code amount}. */
    public Edit amount(@Nullable BigDecimal amount) {
      this.amount = amount;
      return this;
    }

    /** Changes {@code rate}. */
    public Edit rate(@Nullable BigDecimal rate) {
      this.rate = rate;
      return this;
    }

    /** Changes {@code bytes}. */
    public Edit bytes(byte @Nullable [] bytes) {
      this.bytes = bytes;
      return this;
    }

    /** Changes {@code uuid}. */
    public Edit uuid(@Nullable UUID uuid) {
      this.uuid = uuid;
      return this;
    }

    /** Changes {@code date}. */
    public Edit date(@Nullable LocalDate date) {
      this.date = date;
      return this;
    }

    /** Changes {@code time}. */
    public Edit time(@Nullable LocalTime time) {
      this.time = time;
      return this;
    }

    /** Changes {@code dateTime}. */
    public Edit dateTime(@Nullable LocalDateTime dateTime) {
      this.dateTime = dateTime;
      return this;
    }

    /** Changes {@code instant}. */
    public Edit instant(@Nullable Instant instant) {
      this.instant = instant;
      return this;
    }

    /** Changes {@code offset}. */
    public Edit offset(@Nullable OffsetDateTime offset) {
      this.offset = offset;
      return this;
    }

    /** Changes {@code duration}. */
    public Edit duration(@Nullable Duration duration) {
      this.duration = duration;
      return this;
    }

    /** Changes {@code mood}. */
    public Edit mood(Required.@Nullable Mood mood) {
      this.mood = mood;
      return this;
    }

    /** Changes {@code json}. */
    public Edit json(@Nullable Json json) {
      this.json = json;
      return this;
    }

    /** {@return the record with the changes} */
    public Absent done() {
      return new Absent(
          id,
          flag,
          tiny,
          small,
          large,
          real,
          precise,
          letter,
          text,
          amount,
          rate,
          bytes,
          uuid,
          date,
          time,
          dateTime,
          instant,
          offset,
          duration,
          mood,
          json);
    }
  }
}
