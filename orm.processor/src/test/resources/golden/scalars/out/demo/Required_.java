// Generated from demo.Required; edit that record instead.
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

/** Table {@code required}, whose rows are {@link Required}. */
@Generated("orm.processor")
@NullMarked
public final class Required_ extends EntityTable<Required, Integer> {
  /** The table under its own name. */
  public static final Required_ REQUIRED = new Required_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Required, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code flag}. */
  public final BooleanColumn<Required> flag = new BooleanColumn<>(source, "flag");

  /** Column {@code tiny}. */
  public final NumberColumn<Required, Byte> tiny = new NumberColumn<>(source, "tiny", Byte.class);

  /** Column {@code small}. */
  public final NumberColumn<Required, Short> small =
      new NumberColumn<>(source, "small", Short.class);

  /** Column {@code large}. */
  public final NumberColumn<Required, Long> large = new NumberColumn<>(source, "large", Long.class);

  /** Column {@code real}. */
  public final NumberColumn<Required, Float> real = new NumberColumn<>(source, "real", Float.class);

  /** Column {@code precise}. */
  public final NumberColumn<Required, Double> precise =
      new NumberColumn<>(source, "precise", Double.class);

  /** Column {@code letter}. */
  public final ComparableColumn<Required, Character> letter =
      new ComparableColumn<>(source, "letter", Character.class);

  /** Column {@code text}. */
  public final TextColumn<Required> text = new TextColumn<>(source, "text");

  /** Column {@code amount}. */
  public final NumberColumn<Required, BigDecimal> amount =
      new NumberColumn<>(source, "amount", BigDecimal.class);

  /** Column {@code rate}. */
  public final NumberColumn<Required, BigDecimal> rate =
      new NumberColumn<>(source, "rate", BigDecimal.class);

  /** Column {@code bytes}. */
  public final Column<Required, byte[]> bytes = new Column<>(source, "bytes", byte[].class);

  /** Column {@code uuid}. */
  public final ComparableColumn<Required, UUID> uuid =
      new ComparableColumn<>(source, "uuid", UUID.class);

  /** Column {@code date}. */
  public final TimeColumn<Required, LocalDate> date =
      new TimeColumn<>(source, "date", LocalDate.class);

  /** Column {@code time}. */
  public final TimeColumn<Required, LocalTime> time =
      new TimeColumn<>(source, "time", LocalTime.class);

  /** Column {@code date_time}. */
  public final TimeColumn<Required, LocalDateTime> dateTime =
      new TimeColumn<>(source, "date_time", LocalDateTime.class);

  /** Column {@code instant}. */
  public final TimeColumn<Required, Instant> instant =
      new TimeColumn<>(source, "instant", Instant.class);

  /** Column {@code offset}. */
  public final TimeColumn<Required, OffsetDateTime> offset =
      new TimeColumn<>(source, "offset", OffsetDateTime.class);

  /** Column {@code duration}. */
  public final ComparableColumn<Required, Duration> duration =
      new ComparableColumn<>(source, "duration", Duration.class);

  /** Column {@code mood}. */
  public final Column<Required, Required.Mood> mood =
      new Column<>(source, "mood", Required.Mood.class);

  /** Column {@code native_mood}. */
  public final Column<Required, Required.Mood> nativeMood =
      new Column<>(source, "native_mood", Required.Mood.class);

  /** Column {@code json}. */
  public final JsonColumn<Required, Json> json =
      new JsonColumn<>(source, "json", Mapping::jsonOrNull);

  /** Makes an instance of the table, for a path or an alias. */
  public Required_(Source<Required> source) {
    super("required", source, Mapping.INSTANCE);
  }

  @Override
  public Required_ as(String alias) {
    return new Required_(source.as(alias));
  }

  /** A copy to be changed: {@code Required_.edit(required).flag(…).done()}. */
  public static Edit edit(Required required) {
    return new Edit(required);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Required, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Required read(Row row) {
      return new Required(
          row.nextInt(),
          row.nextBoolean(),
          row.nextByte(),
          row.nextShort(),
          row.nextLong(),
          row.nextFloat(),
          row.nextDouble(),
          row.nextChar(),
          row.nextText(),
          row.nextDecimal(),
          row.nextDecimal(),
          row.nextBytes(),
          row.nextUuid(),
          row.nextDate(),
          row.nextTime(),
          row.nextDateTime(),
          row.nextInstant(),
          row.nextOffsetDateTime(),
          row.nextDuration(),
          row.nextEnum(Required.Mood.class),
          row.nextEnum(Required.Mood.class),
          row.nextJson());
    }

    @Override
    public void write(Required required, Binder out) {
      out.bind(required.id());
      out.bind(required.flag());
      out.bind(required.tiny());
      out.bind(required.small());
      out.bind(required.large());
      out.bind(required.real());
      out.bind(required.precise());
      out.bind(String.valueOf(required.letter()));
      out.bind(required.text());
      out.bind(required.amount());
      out.bind(required.rate());
      out.bind(required.bytes());
      out.bind(required.uuid());
      out.bind(required.date());
      out.bind(required.time());
      out.bind(required.dateTime());
      out.bind(required.instant());
      out.bind(required.offset());
      out.bind(required.duration());
      out.bind(required.mood());
      out.bind(required.nativeMood());
      out.bind(required.json());
    }

    @Override
    public Required beforeInsert(Required required, Stamp stamp) {
      BigDecimal rate = Stored.form(required.rate(), 4);
      LocalTime time = Stored.form(required.time());
      LocalDateTime dateTime = Stored.form(required.dateTime());
      Instant instant = Stored.form(required.instant());
      OffsetDateTime offset = Stored.form(required.offset());
      if (rate == required.rate()
          && time == required.time()
          && dateTime == required.dateTime()
          && instant == required.instant()
          && offset == required.offset()) {
        return required;
      }
      return edit(required)
          .rate(rate)
          .time(time)
          .dateTime(dateTime)
          .instant(instant)
          .offset(offset)
          .done();
    }

    @Override
    public Required beforeUpdate(Required required, Stamp stamp) {
      return beforeInsert(required, stamp);
    }

    @Override
    public Required withGenerated(Required required, Row row) {
      return required;
    }

    @Override
    public Required withNextVersion(Required required) {
      return required;
    }

    @Override
    public Integer key(Required required) {
      return required.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table required
          column id int
          column flag boolean
          column tiny smallint
          column small smallint
          column large bigint
          column real real
          column precise double
          column letter text(1)
          column text text
          column amount decimal
          column rate decimal(9,4)
          column bytes bytes
          column uuid uuid
          column date date
          column time time
          column date_time datetime
          column instant instant
          column offset instant
          column duration duration
          column mood enum(GOOD, BAD)
          column native_mood enum native mood(GOOD, BAD)
          column json json
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "9453180f8b8fde10";
    }

    static Json jsonOrNull(Row row) {
      return row.nextJsonOrNull();
    }
  }

  /** Changes components of {@link Required} one by one. */
  public static final class Edit {
    private int id;
    private boolean flag;
    private byte tiny;
    private short small;
    private long large;
    private float real;
    private double precise;
    private char letter;
    private String text;
    private BigDecimal amount;
    private BigDecimal rate;
    private byte[] bytes;
    private UUID uuid;
    private LocalDate date;
    private LocalTime time;
    private LocalDateTime dateTime;
    private Instant instant;
    private OffsetDateTime offset;
    private Duration duration;
    private Required.Mood mood;
    private Required.Mood nativeMood;
    private Json json;

    private Edit(Required required) {
      id = required.id();
      flag = required.flag();
      tiny = required.tiny();
      small = required.small();
      large = required.large();
      real = required.real();
      precise = required.precise();
      letter = required.letter();
      text = required.text();
      amount = required.amount();
      rate = required.rate();
      bytes = required.bytes();
      uuid = required.uuid();
      date = required.date();
      time = required.time();
      dateTime = required.dateTime();
      instant = required.instant();
      offset = required.offset();
      duration = required.duration();
      mood = required.mood();
      nativeMood = required.nativeMood();
      json = required.json();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code flag}. */
    public Edit flag(boolean flag) {
      this.flag = flag;
      return this;
    }

    /** Changes {@code tiny}. */
    public Edit tiny(byte tiny) {
      this.tiny = tiny;
      return this;
    }

    /** Changes {@code small}. */
    public Edit small(short small) {
      this.small = small;
      return this;
    }

    /** Changes {@code large}. */
    public Edit large(long large) {
      this.large = large;
      return this;
    }

    /** Changes {@code real}. */
    public Edit real(float real) {
      this.real = real;
      return this;
    }

    /** Changes {@code precise}. */
    public Edit precise(double precise) {
      this.precise = precise;
      return this;
    }

    /** Changes {@code letter}. */
    public Edit letter(char letter) {
      this.letter = letter;
      return this;
    }

    /** Changes {@code text}. */
    public Edit text(String text) {
      this.text = text;
      return this;
    }

    /** Changes {@code amount}. */
    public Edit amount(BigDecimal amount) {
      this.amount = amount;
      return this;
    }

    /** Changes {@code rate}. */
    public Edit rate(BigDecimal rate) {
      this.rate = rate;
      return this;
    }

    /** Changes {@code bytes}. */
    public Edit bytes(byte[] bytes) {
      this.bytes = bytes;
      return this;
    }

    /** Changes {@code uuid}. */
    public Edit uuid(UUID uuid) {
      this.uuid = uuid;
      return this;
    }

    /** Changes {@code date}. */
    public Edit date(LocalDate date) {
      this.date = date;
      return this;
    }

    /** Changes {@code time}. */
    public Edit time(LocalTime time) {
      this.time = time;
      return this;
    }

    /** Changes {@code dateTime}. */
    public Edit dateTime(LocalDateTime dateTime) {
      this.dateTime = dateTime;
      return this;
    }

    /** Changes {@code instant}. */
    public Edit instant(Instant instant) {
      this.instant = instant;
      return this;
    }

    /** Changes {@code offset}. */
    public Edit offset(OffsetDateTime offset) {
      this.offset = offset;
      return this;
    }

    /** Changes {@code duration}. */
    public Edit duration(Duration duration) {
      this.duration = duration;
      return this;
    }

    /** Changes {@code mood}. */
    public Edit mood(Required.Mood mood) {
      this.mood = mood;
      return this;
    }

    /** Changes {@code nativeMood}. */
    public Edit nativeMood(Required.Mood nativeMood) {
      this.nativeMood = nativeMood;
      return this;
    }

    /** Changes {@code json}. */
    public Edit json(Json json) {
      this.json = json;
      return this;
    }

    /** {@return the record with the changes} */
    public Required done() {
      return new Required(
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
          nativeMood,
          json);
    }
  }
}
