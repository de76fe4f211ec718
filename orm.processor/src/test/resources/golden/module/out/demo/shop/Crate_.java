// Generated from demo.shop.Box.Crate; edit that record instead.
package demo.shop;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** The rows of table {@code box} that are {@link Box.Crate}. */
@Generated("orm.processor")
@NullMarked
public final class Crate_ extends EntityTable<Box.Crate, Integer> {
  /** The table under its own name. */
  public static final Crate_ CRATE = new Crate_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Box.Crate, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Crate_(Source<Box.Crate> source) {
    super("box", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Crate_ as(String alias) {
    return new Crate_(source.as(alias));
  }

  /** A copy to be changed: {@code Crate_.edit(crate).id(…).done()}. */
  public static Edit edit(Box.Crate crate) {
    return new Edit(crate);
  }

  /** Reads the columns behind the discriminator. */
  static Box.Crate readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Box.Crate> narrow(Source<Box.Crate> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("1");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Box.Crate, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Box.Crate read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Box.Crate readRest(Row row) {
      int id = row.nextInt();
      return new Box.Crate(id);
    }

    @Override
    public void write(Box.Crate crate, Binder out) {
      out.bind("1");
      out.bind(crate.id());
    }

    @Override
    public Box.Crate beforeInsert(Box.Crate crate, Stamp stamp) {
      return crate;
    }

    @Override
    public Box.Crate beforeUpdate(Box.Crate crate, Stamp stamp) {
      return crate;
    }

    @Override
    public Box.Crate withGenerated(Box.Crate crate, Row row) {
      return crate;
    }

    @Override
    public Box.Crate withNextVersion(Box.Crate crate) {
      return crate;
    }

    @Override
    public Integer key(Box.Crate crate) {
      return crate.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return Box_.BOX.mapping().schema();
    }

    @Override
    public String schemaHash() {
      return Box_.BOX.mapping().schemaHash();
    }
  }

  /** Changes components of {@link Box.Crate} one by one. */
  public static final class Edit {
    private int id;

    private Edit(Box.Crate crate) {
      id = crate.id();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** {@return the record with the changes} */
    public Box.Crate done() {
      return new Box.Crate(id);
    }
  }
}
