// Generated from demo.Guest; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.BooleanColumn;
import orm.api.expression.ComparableColumn;
import orm.api.expression.ListColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code guest}, whose rows are {@link Guest}. */
@Generated("orm.processor")
@NullMarked
public final class Guest_ extends EntityTable<Guest, Long> {
  /** The table under its own name. */
  public static final Guest_ GUEST = new Guest_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Guest, Long> id = new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code name}. */
  public final TextColumn<Guest> name = new TextColumn<>(source, "name");

  /** Column {@code note}. */
  public final TextColumn<Guest> note = new TextColumn<>(source, "note");

  /** Column {@code known}. */
  public final TextColumn<Guest> known = new TextColumn<>(source, "known");

  /** Column {@code later}. */
  public final TextColumn<Guest> later = new TextColumn<>(source, "later");

  /** Column {@code nick}. */
  public final TextColumn<Guest> nick = new TextColumn<>(source, "nick");

  /** Column {@code mail}. */
  public final TextColumn<Guest> mail = new TextColumn<>(source, "mail");

  /** Column {@code persons}. */
  public final NumberColumn<Guest, Integer> persons =
      new NumberColumn<>(source, "persons", Integer.class);

  /** Column {@code price}. */
  public final NumberColumn<Guest, BigDecimal> price =
      new NumberColumn<>(source, "price", BigDecimal.class);

  /** Column {@code weight}. */
  public final NumberColumn<Guest, BigDecimal> weight =
      new NumberColumn<>(source, "weight", BigDecimal.class);

  /** Column {@code any_scale}. */
  public final NumberColumn<Guest, BigDecimal> anyScale =
      new NumberColumn<>(source, "any_scale", BigDecimal.class);

  /** Column {@code ratio}. */
  public final NumberColumn<Guest, Double> ratio =
      new NumberColumn<>(source, "ratio", Double.class);

  /** Column {@code small}. */
  public final NumberColumn<Guest, Long> small = new NumberColumn<>(source, "small", Long.class);

  /** Column {@code agreed}. */
  public final BooleanColumn<Guest> agreed = new BooleanColumn<>(source, "agreed");

  /** Column {@code born}. */
  public final TimeColumn<Guest, LocalDate> born =
      new TimeColumn<>(source, "born", LocalDate.class);

  /** Column {@code tags}. */
  public final ListColumn<Guest, String> tags = new ListColumn<>(source, "tags", String.class);

  /** The columns of {@code street}. */
  public final Street_<Guest> street =
      new Street_<>(source, "a_component_with_a_very_long_prefix_of_its_own_");

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id, known, later";

  /** Makes an instance of the table, for a path or an alias. */
  public Guest_(Source<Guest> source) {
    super("guest", source, Mapping.INSTANCE);
  }

  @Override
  public Guest_ as(String alias) {
    return new Guest_(source.as(alias));
  }

  /** A copy to be changed: {@code Guest_.edit(guest).name(…).done()}. */
  public static Edit edit(Guest guest) {
    return new Edit(guest);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Guest, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Guest read(Row row) {
      return new Guest(
          row.nextLong(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextTextOrNull(),
          Optional.of(row.nextText()),
          row.nextText(),
          row.nextInt(),
          row.nextDecimal(),
          row.nextDecimal(),
          row.nextDecimal(),
          row.nextDouble(),
          row.nextLong(),
          row.nextBoolean(),
          row.nextDate(),
          row.nextList(String.class),
          Street_.read(row));
    }

    @Override
    public void write(Guest guest, Binder out) {
      out.bind(guest.id());
      out.bind(guest.name());
      out.bind(guest.note());
      out.bind(guest.known());
      out.bind(guest.later());
      out.bind(guest.nick().orElse(null));
      out.bind(guest.mail());
      out.bind(guest.persons());
      out.bind(guest.price());
      out.bind(guest.weight());
      out.bind(guest.anyScale());
      out.bind(guest.ratio());
      out.bind(guest.small());
      out.bind(guest.agreed());
      out.bind(guest.born());
      out.bind(guest.tags());
      Street_.write(guest.street(), out);
    }

    @Override
    public Guest beforeInsert(Guest guest, Stamp stamp) {
      BigDecimal price = Stored.form(guest.price(), 2);
      BigDecimal weight = Stored.form(guest.weight(), 3);
      if (price == guest.price() && weight == guest.weight()) {
        return guest;
      }
      return edit(guest).price(price).weight(weight).done();
    }

    @Override
    public Guest beforeUpdate(Guest guest, Stamp stamp) {
      return beforeInsert(guest, stamp);
    }

    @Override
    public Guest withGenerated(Guest guest, Row row) {
      return edit(guest).id(row.nextLong()).done();
    }

    @Override
    public Guest withNextVersion(Guest guest) {
      return guest;
    }

    @Override
    public @Nullable Long key(Guest guest) {
      return guest.id();
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table guest
          column id bigint identity
          column name text(80)
          column note text(200)
          column known text
          column later text null
          column nick text(9)
          column mail text
          column persons int
          column price decimal(10,2)
          column weight decimal(11,3)
          column any_scale decimal
          column ratio double
          column small bigint
          column agreed boolean
          column born date
          column tags list(text)
          column a_component_with_a_very_long_prefix_of_its_own_name text component street.name
          column a_component_with_a_very_long_prefix_of_its_own_number int component street.number
          primary key (id)
          check guest_name_not_blank "trim({name}) <> ''"
          check guest_name_size "length({name}) >= 2"
          check guest_note_not_empty "{note} <> ''"
          check guest_note_size "length({note}) <= 100"
          check guest_nick_not_empty "{nick} <> ''"
          check guest_persons_min "{persons} >= 1"
          check guest_persons_max "{persons} <= 12"
          check guest_price_decimal_min "{price} >= 0.5"
          check guest_price_decimal_max "{price} < 99.5"
          check guest_ratio_positive "{ratio} > 0"
          check guest_small_digits "{small} > -1000 AND {small} < 1000"
          check guest_agreed_assert_true "{agreed} = TRUE"
          check guest_a_component_with_a_very_long_prefix_of_its_own_n_e3f87fc9 \
          "trim({street.name}) <> ''"
          check guest_a_component_with_a_very_long_prefix_of_its_own_number_max "{street.number} \
          <= 9999"
          """;
    }

    @Override
    public String schemaHash() {
      return "b5c67375bbb0ebb7";
    }
  }

  /** Changes components of {@link Guest} one by one. */
  public static final class Edit {
    private @Nullable Long id;
    private String name;
    private String note;
    private @Nullable String known;
    private @Nullable String later;
    private Optional<String> nick;
    private String mail;
    private int persons;
    private BigDecimal price;
    private BigDecimal weight;
    private BigDecimal anyScale;
    private double ratio;
    private long small;
    private boolean agreed;
    private LocalDate born;
    private List<String> tags;
    private Street street;

    private Edit(Guest guest) {
      id = guest.id();
      name = guest.name();
      note = guest.note();
      known = guest.known();
      later = guest.later();
      nick = guest.nick();
      mail = guest.mail();
      persons = guest.persons();
      price = guest.price();
      weight = guest.weight();
      anyScale = guest.anyScale();
      ratio = guest.ratio();
      small = guest.small();
      agreed = guest.agreed();
      born = guest.born();
      tags = guest.tags();
      street = guest.street();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable Long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code name}. */
    public Edit name(String name) {
      this.name = name;
      return this;
    }

    /** Changes {@code note}. */
    public Edit note(String note) {
      this.note = note;
      return this;
    }

    /** Changes {@code known}. */
    public Edit known(@Nullable String known) {
      this.known = known;
      return this;
    }

    /** Changes {@code later}. */
    public Edit later(@Nullable String later) {
      this.later = later;
      return this;
    }

    /** Changes {@code nick}. */
    public Edit nick(Optional<String> nick) {
      this.nick = nick;
      return this;
    }

    /** Changes {@code mail}. */
    public Edit mail(String mail) {
      this.mail = mail;
      return this;
    }

    /** Changes {@code persons}. */
    public Edit persons(int persons) {
      this.persons = persons;
      return this;
    }

    /** Changes {@code price}. */
    public Edit price(BigDecimal price) {
      this.price = price;
      return this;
    }

    /** Changes {@code weight}. */
    public Edit weight(BigDecimal weight) {
      this.weight = weight;
      return this;
    }

    /** Changes {@code anyScale}. */
    public Edit anyScale(BigDecimal anyScale) {
      this.anyScale = anyScale;
      return this;
    }

    /** Changes {@code ratio}. */
    public Edit ratio(double ratio) {
      this.ratio = ratio;
      return this;
    }

    /** Changes {@code small}. */
    public Edit small(long small) {
      this.small = small;
      return this;
    }

    /** Changes {@code agreed}. */
    public Edit agreed(boolean agreed) {
      this.agreed = agreed;
      return this;
    }

    /** Changes {@code born}. */
    public Edit born(LocalDate born) {
      this.born = born;
      return this;
    }

    /** Changes {@code tags}. */
    public Edit tags(List<String> tags) {
      this.tags = tags;
      return this;
    }

    /** Changes {@code street}. */
    public Edit street(Street street) {
      this.street = street;
      return this;
    }

    /** {@return the record with the changes} */
    public Guest done() {
      return new Guest(
          id,
          name,
          note,
          known,
          later,
          nick,
          mail,
          persons,
          price,
          weight,
          anyScale,
          ratio,
          small,
          agreed,
          born,
          tags,
          street);
    }
  }
}
