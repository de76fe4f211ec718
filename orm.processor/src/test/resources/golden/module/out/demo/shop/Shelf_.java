// Generated from demo.shop.Shelf; edit that record instead.
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

/** Table {@code shelf}, whose rows are {@link Shelf}. */
@Generated("orm.processor")
@NullMarked
public final class Shelf_ extends EntityTable<Shelf, Integer> {
  /** The table under its own name. */
  public static final Shelf_ SHELF = new Shelf_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Shelf, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Shelf_(Source<Shelf> source) {
    super("shelf", source, Mapping.INSTANCE);
  }

  @Override
  public Shelf_ as(String alias) {
    return new Shelf_(source.as(alias));
  }

  /** A copy to be changed: {@code Shelf_.edit(shelf).id(…).done()}. */
  public static Edit edit(Shelf shelf) {
    return new Edit(shelf);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Shelf, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Shelf read(Row row) {
      return new Shelf(row.nextInt());
    }

    @Override
    public void write(Shelf shelf, Binder out) {
      out.bind(shelf.id());
    }

    @Override
    public Shelf beforeInsert(Shelf shelf, Stamp stamp) {
      return shelf;
    }

    @Override
    public Shelf beforeUpdate(Shelf shelf, Stamp stamp) {
      return shelf;
    }

    @Override
    public Shelf withGenerated(Shelf shelf, Row row) {
      return shelf;
    }

    @Override
    public Shelf withNextVersion(Shelf shelf) {
      return shelf;
    }

    @Override
    public Integer key(Shelf shelf) {
      return shelf.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table shelf
          column id int
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "f656ee0ce51dcf92";
    }
  }

  /** Changes components of {@link Shelf} one by one. */
  public static final class Edit {
    private int id;

    private Edit(Shelf shelf) {
      id = shelf.id();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** {@return the record with the changes} */
    public Shelf done() {
      return new Shelf(id);
    }
  }
}
