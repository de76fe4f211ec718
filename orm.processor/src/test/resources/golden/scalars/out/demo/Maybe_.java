// Generated from demo.Maybe; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.BooleanColumn;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.JsonColumn;
import orm.api.expression.ListColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.json.Json;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code maybe}, whose rows are {@link Maybe}. */
@Generated("orm.processor")
@NullMarked
public final class Maybe_ extends EntityTable<Maybe, UUID> {
  /** The table under its own name. */
  public static final Maybe_ MAYBE = new Maybe_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Maybe, UUID> id = new ComparableColumn<>(source, "id", UUID.class);

  /** Column {@code flag}. */
  public final BooleanColumn<Maybe> flag = new BooleanColumn<>(source, "flag");

  /** Column {@code number}. */
  public final NumberColumn<Maybe, Integer> number =
      new NumberColumn<>(source, "number", Integer.class);

  /** Column {@code letter}. */
  public final ComparableColumn<Maybe, Character> letter =
      new ComparableColumn<>(source, "letter", Character.class);

  /** Column {@code text}. */
  public final TextColumn<Maybe> text = new TextColumn<>(source, "text");

  /** Column {@code rate}. */
  public final NumberColumn<Maybe, BigDecimal> rate =
      new NumberColumn<>(source, "rate", BigDecimal.class);

  /** Column {@code bytes}. */
  public final Column<Maybe, byte[]> bytes = new Column<>(source, "bytes", byte[].class);

  /** Column {@code date}. */
  public final TimeColumn<Maybe, LocalDate> date =
      new TimeColumn<>(source, "date", LocalDate.class);

  /** Column {@code instant}. */
  public final TimeColumn<Maybe, Instant> instant =
      new TimeColumn<>(source, "instant", Instant.class);

  /** Column {@code mood}. */
  public final Column<Maybe, Required.Mood> mood =
      new Column<>(source, "mood", Required.Mood.class);

  /** Column {@code list}. */
  public final ListColumn<Maybe, String> list = new ListColumn<>(source, "list", String.class);

  /** Column {@code json}. */
  public final JsonColumn<Maybe, Json> json = new JsonColumn<>(source, "json", Mapping::jsonOrNull);

  /** Column {@code required_id}. */
  public final RefColumn<Maybe, Required, Integer> required =
      new RefColumn<>(this, "required", Mapping::requiredKey);

  private @Nullable Required_ requiredPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Maybe_(Source<Maybe> source) {
    super("maybe", source, Mapping.INSTANCE);
  }

  @Override
  public Maybe_ as(String alias) {
    return new Maybe_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "required" -> Required_.REQUIRED;
      default -> super.target(component);
    };
  }

  /** The row that {@code required} leads to, joined if it is used. */
  public Required_ required() {
    Required_ path = requiredPath;
    if (path == null) {
      path = new Required_(required.path());
      requiredPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Maybe_.edit(maybe).flag(…).done()}. */
  public static Edit edit(Maybe maybe) {
    return new Edit(maybe);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Maybe, UUID> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Maybe read(Row row) {
      return new Maybe(
          Optional.of(row.nextUuid()),
          Optional.ofNullable(row.nextBooleanOrNull()),
          Optional.ofNullable(row.nextIntOrNull()),
          Optional.ofNullable(row.nextCharOrNull()),
          Optional.ofNullable(row.nextTextOrNull()),
          Optional.ofNullable(row.nextDecimalOrNull()),
          Optional.ofNullable(row.nextBytesOrNull()),
          Optional.ofNullable(row.nextDateOrNull()),
          Optional.ofNullable(row.nextInstantOrNull()),
          Optional.ofNullable(row.nextEnumOrNull(Required.Mood.class)),
          Optional.ofNullable(row.nextListOrNull(String.class)),
          Optional.ofNullable(row.nextJsonOrNull()),
          Optional.ofNullable(Required_.REQUIRED.refOrNull(row.nextIntOrNull())));
    }

    @Override
    public void write(Maybe maybe, Binder out) {
      out.bind(maybe.id().orElse(null));
      out.bind(maybe.flag().orElse(null));
      out.bind(maybe.number().orElse(null));
      out.bind(maybe.letter().orElse(null));
      out.bind(maybe.text().orElse(null));
      out.bind(maybe.rate().orElse(null));
      out.bind(maybe.bytes().orElse(null));
      out.bind(maybe.date().orElse(null));
      out.bind(maybe.instant().orElse(null));
      out.bind(maybe.mood().orElse(null));
      out.bind(maybe.list().orElse(null));
      out.bind(maybe.json().orElse(null));
      out.bind(Required_.REQUIRED.keyOrNull(maybe.required().orElse(null)));
    }

    @Override
    public Maybe beforeInsert(Maybe maybe, Stamp stamp) {
      UUID id = maybe.id().orElse(null) != null ? maybe.id().orElse(null) : stamp.newUuid();
      BigDecimal rate = Stored.form(maybe.rate().orElse(null), 4);
      Instant instant = Stored.form(maybe.instant().orElse(null));
      if (id == maybe.id().orElse(null)
          && rate == maybe.rate().orElse(null)
          && instant == maybe.instant().orElse(null)) {
        return maybe;
      }
      return edit(maybe)
          .id(Optional.ofNullable(id))
          .rate(Optional.ofNullable(rate))
          .instant(Optional.ofNullable(instant))
          .done();
    }

    @Override
    public Maybe beforeUpdate(Maybe maybe, Stamp stamp) {
      BigDecimal rate = Stored.form(maybe.rate().orElse(null), 4);
      Instant instant = Stored.form(maybe.instant().orElse(null));
      if (rate == maybe.rate().orElse(null) && instant == maybe.instant().orElse(null)) {
        return maybe;
      }
      return edit(maybe)
          .rate(Optional.ofNullable(rate))
          .instant(Optional.ofNullable(instant))
          .done();
    }

    @Override
    public Maybe withGenerated(Maybe maybe, Row row) {
      return maybe;
    }

    @Override
    public Maybe withNextVersion(Maybe maybe) {
      return maybe;
    }

    @Override
    public @Nullable UUID key(Maybe maybe) {
      return maybe.id().orElse(null);
    }

    @Override
    public void writeKey(UUID key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table maybe
          column id uuid uuid7
          column flag boolean null
          column number int null
          column letter text(1) null
          column text text null
          column rate decimal(9,4) null
          column bytes bytes null
          column date date null
          column instant instant null
          column mood enum(GOOD, BAD) null
          column list list(text) null
          column json json null
          column required_id int component required null
          primary key (id)
          reference required (required_id) -> required (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "defa0e1d308dc9f8";
    }

    static Json jsonOrNull(Row row) {
      return row.nextJsonOrNull();
    }

    static Integer requiredKey(Row row) {
      return row.nextIntOrNull();
    }
  }

  /** Changes components of {@link Maybe} one by one. */
  public static final class Edit {
    private Optional<UUID> id;
    private Optional<Boolean> flag;
    private Optional<Integer> number;
    private Optional<Character> letter;
    private Optional<String> text;
    private Optional<BigDecimal> rate;
    private Optional<byte[]> bytes;
    private Optional<LocalDate> date;
    private Optional<Instant> instant;
    private Optional<Required.Mood> mood;
    private Optional<List<String>> list;
    private Optional<Json> json;
    private Optional<Ref<Required>> required;

    private Edit(Maybe maybe) {
      id = maybe.id();
      flag = maybe.flag();
      number = maybe.number();
      letter = maybe.letter();
      text = maybe.text();
      rate = maybe.rate();
      bytes = maybe.bytes();
      date = maybe.date();
      instant = maybe.instant();
      mood = maybe.mood();
      list = maybe.list();
      json = maybe.json();
      required = maybe.required();
    }

    /** Changes {@code id}. */
    public Edit id(Optional<UUID> id) {
      this.id = id;
      return this;
    }

    /** Changes {@code flag}. */
    public Edit flag(Optional<Boolean> flag) {
      this.flag = flag;
      return this;
    }

    /** Changes {@code number}. */
    public Edit number(Optional<Integer> number) {
      this.number = number;
      return this;
    }

    /** Changes {@code letter}. */
    public Edit letter(Optional<Character> letter) {
      this.letter = letter;
      return this;
    }

    /** Changes {@code text}. */
    public Edit text(Optional<String> text) {
      this.text = text;
      return this;
    }

    /** Changes {@code rate}. */
    public Edit rate(Optional<BigDecimal> rate) {
      this.rate = rate;
      return this;
    }

    /** Changes {@code bytes}. */
    public Edit bytes(Optional<byte[]> bytes) {
      this.bytes = bytes;
      return this;
    }

    /** Changes {@code date}. */
    public Edit date(Optional<LocalDate> date) {
      this.date = date;
      return this;
    }

    /** Changes {@code instant}. */
    public Edit instant(Optional<Instant> instant) {
      this.instant = instant;
      return this;
    }

    /** Changes {@code mood}. */
    public Edit mood(Optional<Required.Mood> mood) {
      this.mood = mood;
      return this;
    }

    /** Changes {@code list}. */
    public Edit list(Optional<List<String>> list) {
      this.list = list;
      return this;
    }

    /** Changes {@code json}. */
    public Edit json(Optional<Json> json) {
      this.json = json;
      return this;
    }

    /** Changes {@code required}. */
    public Edit required(Optional<Ref<Required>> required) {
      this.required = required;
      return this;
    }

    /** {@return the record with the changes} */
    public Maybe done() {
      return new Maybe(
          id, flag, number, letter, text, rate, bytes, date, instant, mood, list, json, required);
    }
  }
}
