// Generated from demo.Maker; edit that record instead.
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

/** Table {@code maker}, whose rows are {@link Maker}. */
@Generated("orm.processor")
@NullMarked
public final class Maker_ extends EntityTable<Maker, String> {
  /** The table under its own name. */
  public static final Maker_ MAKER = new Maker_(Source.root());

  /** Column {@code name}. */
  public final TextColumn<Maker> name = new TextColumn<>(source, "name");

  /** Makes an instance of the table, for a path or an alias. */
  public Maker_(Source<Maker> source) {
    super("maker", source, Mapping.INSTANCE);
  }

  @Override
  public Maker_ as(String alias) {
    return new Maker_(source.as(alias));
  }

  /** A copy to be changed: {@code Maker_.edit(maker).name(…).done()}. */
  public static Edit edit(Maker maker) {
    return new Edit(maker);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Maker, String> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Maker read(Row row) {
      return new Maker(row.nextText());
    }

    @Override
    public void write(Maker maker, Binder out) {
      out.bind(maker.name());
    }

    @Override
    public Maker beforeInsert(Maker maker, Stamp stamp) {
      return maker;
    }

    @Override
    public Maker beforeUpdate(Maker maker, Stamp stamp) {
      return maker;
    }

    @Override
    public Maker withGenerated(Maker maker, Row row) {
      return maker;
    }

    @Override
    public Maker withNextVersion(Maker maker) {
      return maker;
    }

    @Override
    public String key(Maker maker) {
      return maker.name();
    }

    @Override
    public void writeKey(String key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table maker
          column name text
          primary key (name)
          """;
    }

    @Override
    public String schemaHash() {
      return "1a29ddceb7622f2d";
    }
  }

  /** Changes components of {@link Maker} one by one. */
  public static final class Edit {
    private String name;

    private Edit(Maker maker) {
      name = maker.name();
    }

    /** Changes {@code name}. */
    public Edit name(String name) {
      this.name = name;
      return this;
    }

    /** {@return the record with the changes} */
    public Maker done() {
      return new Maker(name);
    }
  }
}
