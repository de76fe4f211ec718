// Generated from demo.City; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code city}, whose rows are {@link City}. */
@Generated("orm.processor")
@NullMarked
public final class City_ extends EntityTable<City, City_.Key> {
  /** The table under its own name. */
  public static final City_ CITY = new City_(Source.root());

  /** Column {@code country_id}. */
  public final RefColumn<City, Country, String> country =
      new RefColumn<>(this, "country", Mapping::countryKey);

  /** Column {@code region}. */
  public final ComparableColumn<City, Character> region =
      new ComparableColumn<>(source, "region", Character.class);

  /** Column {@code kind}. */
  public final Column<City, City.Kind> kind = new Column<>(source, "kind", City.Kind.class);

  /** Column {@code name}. */
  public final TextColumn<City> name = new TextColumn<>(source, "name");

  private @Nullable Country_ countryPath;

  /** Makes an instance of the table, for a path or an alias. */
  public City_(Source<City> source) {
    super("city", source, Mapping.INSTANCE);
  }

  @Override
  public City_ as(String alias) {
    return new City_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "country" -> Country_.COUNTRY;
      default -> super.target(component);
    };
  }

  /** The row that {@code country} leads to, joined if it is used. */
  public Country_ country() {
    Country_ path = countryPath;
    if (path == null) {
      path = new Country_(country.path());
      countryPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code City_.edit(city).region(…).done()}. */
  public static Edit edit(City city) {
    return new Edit(city);
  }

  /** The key of {@link City}: the raw values of its components. */
  public record Key(String country, char region, City.Kind kind) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<City, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public City read(Row row) {
      return new City(
          Country_.COUNTRY.ref(row.nextText()),
          row.nextChar(),
          row.nextEnum(City.Kind.class),
          row.nextText());
    }

    @Override
    public void write(City city, Binder out) {
      out.bind(Country_.COUNTRY.keyOrNull(city.country()));
      out.bind(String.valueOf(city.region()));
      out.bind(city.kind());
      out.bind(city.name());
    }

    @Override
    public City beforeInsert(City city, Stamp stamp) {
      return city;
    }

    @Override
    public City beforeUpdate(City city, Stamp stamp) {
      return city;
    }

    @Override
    public City withGenerated(City city, Row row) {
      return city;
    }

    @Override
    public City withNextVersion(City city) {
      return city;
    }

    @Override
    public Key key(City city) {
      return new Key(Country_.COUNTRY.key(city.country()), city.region(), city.kind());
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out.bind(key.country()).bind(String.valueOf(key.region())).bind(key.kind());
    }

    @Override
    public String schema() {
      return """
          table city
          column country_id text(2) component country
          column region text(1)
          column kind enum(BIG, SMALL)
          column name text
          primary key (country_id, region, kind)
          reference country (country_id) -> country (iso)
          """;
    }

    @Override
    public String schemaHash() {
      return "a5e9752f04721f6e";
    }

    static String countryKey(Row row) {
      return row.nextTextOrNull();
    }
  }

  /** Changes components of {@link City} one by one. */
  public static final class Edit {
    private Ref<Country> country;
    private char region;
    private City.Kind kind;
    private String name;

    private Edit(City city) {
      country = city.country();
      region = city.region();
      kind = city.kind();
      name = city.name();
    }

    /** Changes {@code country}. */
    public Edit country(Ref<Country> country) {
      this.country = country;
      return this;
    }

    /** Changes {@code region}. */
    public Edit region(char region) {
      this.region = region;
      return this;
    }

    /** Changes {@code kind}. */
    public Edit kind(City.Kind kind) {
      this.kind = kind;
      return this;
    }

    /** Changes {@code name}. */
    public Edit name(String name) {
      this.name = name;
      return this;
    }

    /** {@return the record with the changes} */
    public City done() {
      return new City(country, region, kind, name);
    }
  }
}
