// Generated from demo.Mayor; edit that record instead.
package demo;

import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.api.model.UniqueKey;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code mayor}, whose rows are {@link Mayor}. */
@Generated("orm.processor")
@NullMarked
public final class Mayor_ extends EntityTable<Mayor, City_.Key> {
  /** The table under its own name. */
  public static final Mayor_ MAYOR = new Mayor_(Source.root());

  /** Columns {@code city_country_id}, {@code city_region}, {@code city_kind}. */
  public final RefColumn<Mayor, City, City_.Key> city =
      new RefColumn<>(this, "city", Mapping::cityKey);

  /** Columns {@code birthplace_country_id}, {@code birthplace_region}, {@code birthplace_kind}. */
  public final RefColumn<Mayor, City, City_.Key> birthplace =
      new RefColumn<>(this, "birthplace", Mapping::cityKey);

  /** Columns {@code residence_country_id}, {@code residence_region}, {@code residence_kind}. */
  public final RefColumn<Mayor, City, City_.Key> residence =
      new RefColumn<>(this, "residence", Mapping::cityKey);

  /** Columns {@code grave_country_id}, {@code grave_region}, {@code grave_kind}. */
  public final RefColumn<Mayor, City, City_.Key> grave =
      new RefColumn<>(this, "grave", Mapping::cityKey);

  /**
   * Columns {@code predecessor_city_country_id}, {@code predecessor_city_region}, {@code
   * predecessor_city_kind}.
   */
  public final RefColumn<Mayor, Mayor, City_.Key> predecessor =
      new RefColumn<>(this, "predecessor", Mapping::mayorKey);

  /** Finds a row by {@code birthplace}. */
  public final UniqueKey<Mayor, Ref<City>> byBirthplace = new UniqueKey<>(this, birthplace);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "residence, predecessor";

  private @Nullable City_ cityPath;
  private @Nullable City_ birthplacePath;
  private @Nullable City_ residencePath;
  private @Nullable City_ gravePath;
  private @Nullable Mayor_ predecessorPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Mayor_(Source<Mayor> source) {
    super("mayor", source, Mapping.INSTANCE);
  }

  @Override
  public Mayor_ as(String alias) {
    return new Mayor_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "city", "birthplace", "residence", "grave" -> City_.CITY;
      case "predecessor" -> Mayor_.MAYOR;
      default -> super.target(component);
    };
  }

  /** The row that {@code city} leads to, joined if it is used. */
  public City_ city() {
    City_ path = cityPath;
    if (path == null) {
      path = new City_(city.path());
      cityPath = path;
    }
    return path;
  }

  /** The row that {@code birthplace} leads to, joined if it is used. */
  public City_ birthplace() {
    City_ path = birthplacePath;
    if (path == null) {
      path = new City_(birthplace.path());
      birthplacePath = path;
    }
    return path;
  }

  /** The row that {@code residence} leads to, joined if it is used. */
  public City_ residence() {
    City_ path = residencePath;
    if (path == null) {
      path = new City_(residence.path());
      residencePath = path;
    }
    return path;
  }

  /** The row that {@code grave} leads to, joined if it is used. */
  public City_ grave() {
    City_ path = gravePath;
    if (path == null) {
      path = new City_(grave.path());
      gravePath = path;
    }
    return path;
  }

  /** The row that {@code predecessor} leads to, joined if it is used. */
  public Mayor_ predecessor() {
    Mayor_ path = predecessorPath;
    if (path == null) {
      path = new Mayor_(predecessor.path());
      predecessorPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Mayor_.edit(mayor).birthplace(…).done()}. */
  public static Edit edit(Mayor mayor) {
    return new Edit(mayor);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Mayor, City_.Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Mayor read(Row row) {
      return new Mayor(
          City_.CITY.ref(
              new City_.Key(row.nextText(), row.nextChar(), row.nextEnum(City.Kind.class))),
          City_.CITY.ref(
              new City_.Key(row.nextText(), row.nextChar(), row.nextEnum(City.Kind.class))),
          City_.CITY.refOrNull(cityKey(row)),
          Optional.ofNullable(City_.CITY.refOrNull(cityKey(row))),
          Mayor_.MAYOR.refOrNull(mayorKey(row)));
    }

    @Override
    public void write(Mayor mayor, Binder out) {
      bindKey(mayor.city(), 3, out);
      bindKey(mayor.birthplace(), 3, out);
      bindKey(mayor.residence(), 3, out);
      bindKey(mayor.grave().orElse(null), 3, out);
      bindKey(mayor.predecessor(), 3, out);
    }

    @Override
    public Mayor beforeInsert(Mayor mayor, Stamp stamp) {
      return mayor;
    }

    @Override
    public Mayor beforeUpdate(Mayor mayor, Stamp stamp) {
      return mayor;
    }

    @Override
    public Mayor withGenerated(Mayor mayor, Row row) {
      return mayor;
    }

    @Override
    public Mayor withNextVersion(Mayor mayor) {
      return mayor;
    }

    @Override
    public City_.Key key(Mayor mayor) {
      return City_.CITY.key(mayor.city());
    }

    @Override
    public void writeKey(City_.Key key, Binder out) {
      out.bind(key.country()).bind(String.valueOf(key.region())).bind(key.kind());
    }

    @Override
    public String schema() {
      return """
          table mayor
          column city_country_id text(2) component city.country
          column city_region text(1) component city.region
          column city_kind enum(BIG, SMALL) component city.kind
          column birthplace_country_id text(2) component birthplace.country
          column birthplace_region text(1) component birthplace.region
          column birthplace_kind enum(BIG, SMALL) component birthplace.kind
          column residence_country_id text(2) component residence.country null
          column residence_region text(1) component residence.region null
          column residence_kind enum(BIG, SMALL) component residence.kind null
          column grave_country_id text(2) component grave.country null
          column grave_region text(1) component grave.region null
          column grave_kind enum(BIG, SMALL) component grave.kind null
          column predecessor_city_country_id text(2) component predecessor.city.country null
          column predecessor_city_region text(1) component predecessor.city.region null
          column predecessor_city_kind enum(BIG, SMALL) component predecessor.city.kind null
          primary key (city_country_id, city_region, city_kind)
          unique mayor_birthplace_key (birthplace_country_id, birthplace_region, birthplace_kind)
          reference city (city_country_id, city_region, city_kind) -> city (country_id, region, \
          kind)
          reference birthplace (birthplace_country_id, birthplace_region, birthplace_kind) -> city \
          (country_id, region, kind)
          reference residence (residence_country_id, residence_region, residence_kind) -> city \
          (country_id, region, kind)
          reference grave (grave_country_id, grave_region, grave_kind) -> city (country_id, \
          region, kind)
          reference predecessor (predecessor_city_country_id, predecessor_city_region, \
          predecessor_city_kind) -> mayor (city_country_id, city_region, city_kind)
          """;
    }

    @Override
    public String schemaHash() {
      return "92301520e9ddb97f";
    }

    static City_.Key cityKey(Row row) {
      if (row.nextAreNull(3)) {
        row.skip(3);
        return null;
      }
      return new City_.Key(row.nextText(), row.nextChar(), row.nextEnum(City.Kind.class));
    }

    static City_.Key mayorKey(Row row) {
      if (row.nextAreNull(3)) {
        row.skip(3);
        return null;
      }
      return new City_.Key(row.nextText(), row.nextChar(), row.nextEnum(City.Kind.class));
    }

    static void bindKey(Ref<?> ref, int columns, Binder out) {
      if (ref == null) {
        out.bindNulls(columns);
      } else {
        ref.writeKey(out);
      }
    }
  }

  /** Changes components of {@link Mayor} one by one. */
  public static final class Edit {
    private Ref<City> city;
    private Ref<City> birthplace;
    private @Nullable Ref<City> residence;
    private Optional<Ref<City>> grave;
    private @Nullable Ref<Mayor> predecessor;

    private Edit(Mayor mayor) {
      city = mayor.city();
      birthplace = mayor.birthplace();
      residence = mayor.residence();
      grave = mayor.grave();
      predecessor = mayor.predecessor();
    }

    /** Changes {@code city}. */
    public Edit city(Ref<City> city) {
      this.city = city;
      return this;
    }

    /** Changes {@code birthplace}. */
    public Edit birthplace(Ref<City> birthplace) {
      this.birthplace = birthplace;
      return this;
    }

    /** Changes {@code residence}. */
    public Edit residence(@Nullable Ref<City> residence) {
      this.residence = residence;
      return this;
    }

    /** Changes {@code grave}. */
    public Edit grave(Optional<Ref<City>> grave) {
      this.grave = grave;
      return this;
    }

    /** Changes {@code predecessor}. */
    public Edit predecessor(@Nullable Ref<Mayor> predecessor) {
      this.predecessor = predecessor;
      return this;
    }

    /** {@return the record with the changes} */
    public Mayor done() {
      return new Mayor(city, birthplace, residence, grave, predecessor);
    }
  }
}
