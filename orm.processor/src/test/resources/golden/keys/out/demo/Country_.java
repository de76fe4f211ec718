// Generated from demo.Country; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code country}, whose rows are {@link Country}. */
@Generated("orm.processor")
@NullMarked
public final class Country_ extends EntityTable<Country, String> {
  /** The table under its own name. */
  public static final Country_ COUNTRY = new Country_(Source.root());

  /** Column {@code iso}. */
  public final TextColumn<Country> code = new TextColumn<>(source, "iso");

  /** Column {@code name}. */
  public final TextColumn<Country> name = new TextColumn<>(source, "name");

  /** Makes an instance of the table, for a path or an alias. */
  public Country_(Source<Country> source) {
    super("country", source, Mapping.INSTANCE);
  }

  @Override
  public Country_ as(String alias) {
    return new Country_(source.as(alias));
  }

  /** A copy to be changed: {@code Country_.edit(country).name(…).done()}. */
  public static Edit edit(Country country) {
    return new Edit(country);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Country, String> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Country read(Row row) {
      return new Country(row.nextText(), row.nextText());
    }

    @Override
    public void write(Country country, Binder out) {
      out.bind(country.code());
      out.bind(country.name());
    }

    @Override
    public Country beforeInsert(Country country, Stamp stamp) {
      return country;
    }

    @Override
    public Country beforeUpdate(Country country, Stamp stamp) {
      return country;
    }

    @Override
    public Country withGenerated(Country country, Row row) {
      return country;
    }

    @Override
    public Country withNextVersion(Country country) {
      return country;
    }

    @Override
    public String key(Country country) {
      return country.code();
    }

    @Override
    public void writeKey(String key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table country
          column iso text(2) component code
          column name text
          primary key (iso)
          """;
    }

    @Override
    public String schemaHash() {
      return "8b1ec30da6e86816";
    }
  }

  /** Changes components of {@link Country} one by one. */
  public static final class Edit {
    private String code;
    private String name;

    private Edit(Country country) {
      code = country.code();
      name = country.name();
    }

    /** Changes {@code code}. */
    public Edit code(String code) {
      this.code = code;
      return this;
    }

    /** Changes {@code name}. */
    public Edit name(String name) {
      this.name = name;
      return this;
    }

    /** {@return the record with the changes} */
    public Country done() {
      return new Country(code, name);
    }
  }
}
