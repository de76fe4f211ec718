// Generated from demo.other.Old; edit that record instead.
package demo.other;

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

/** Table {@code old}, whose rows are {@link Old}. */
@Generated("orm.processor")
@NullMarked
@SuppressWarnings("deprecation")
final class Old_ extends EntityTable<Old, Integer> {
  /** The table under its own name. */
  public static final Old_ OLD = new Old_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Old, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Old_(Source<Old> source) {
    super("old", source, Mapping.INSTANCE);
  }

  @Override
  public Old_ as(String alias) {
    return new Old_(source.as(alias));
  }

  /** A copy to be changed: {@code Old_.edit(old).id(…).done()}. */
  public static Edit edit(Old old) {
    return new Edit(old);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Old, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Old read(Row row) {
      return new Old(row.nextInt());
    }

    @Override
    public void write(Old old, Binder out) {
      out.bind(old.id());
    }

    @Override
    public Old beforeInsert(Old old, Stamp stamp) {
      return old;
    }

    @Override
    public Old beforeUpdate(Old old, Stamp stamp) {
      return old;
    }

    @Override
    public Old withGenerated(Old old, Row row) {
      return old;
    }

    @Override
    public Old withNextVersion(Old old) {
      return old;
    }

    @Override
    public Integer key(Old old) {
      return old.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table old
          column id int
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "5eb58160f63b6deb";
    }
  }

  /** Changes components of {@link Old} one by one. */
  public static final class Edit {
    private int id;

    private Edit(Old old) {
      id = old.id();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** {@return the record with the changes} */
    public Old done() {
      return new Old(id);
    }
  }
}
