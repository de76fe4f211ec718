// Generated from demo.Switch; edit that record instead.
package demo;

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

/** Table {@code switch}, whose rows are {@link Switch}. */
@Generated("orm.processor")
@NullMarked
final class Switch_ extends EntityTable<Switch, Integer> {
  /** The table under its own name. */
  public static final Switch_ SWITCH = new Switch_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Switch, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Switch_(Source<Switch> source) {
    super("switch", source, Mapping.INSTANCE);
  }

  @Override
  public Switch_ as(String alias) {
    return new Switch_(source.as(alias));
  }

  /** A copy to be changed: {@code Switch_.edit(value).id(…).done()}. */
  public static Edit edit(Switch value) {
    return new Edit(value);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Switch, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Switch read(Row row) {
      return new Switch(row.nextInt());
    }

    @Override
    public void write(Switch value, Binder out) {
      out.bind(value.id());
    }

    @Override
    public Switch beforeInsert(Switch value, Stamp stamp) {
      return value;
    }

    @Override
    public Switch beforeUpdate(Switch value, Stamp stamp) {
      return value;
    }

    @Override
    public Switch withGenerated(Switch value, Row row) {
      return value;
    }

    @Override
    public Switch withNextVersion(Switch value) {
      return value;
    }

    @Override
    public Integer key(Switch value) {
      return value.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table switch
          column id int
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "b998622277118823";
    }
  }

  /** Changes components of {@link Switch} one by one. */
  public static final class Edit {
    private int id;

    private Edit(Switch value) {
      id = value.id();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** {@return the record with the changes} */
    public Switch done() {
      return new Switch(id);
    }
  }
}
