// Generated from demo.Outer.Inner; edit that record instead.
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

/** Table {@code inner}, whose rows are {@link Outer.Inner}. */
@Generated("orm.processor")
@NullMarked
public final class Inner_ extends EntityTable<Outer.Inner, Integer> {
  /** The table under its own name. */
  public static final Inner_ INNER = new Inner_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Outer.Inner, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** The columns of {@code part}. */
  public final Part_<Outer.Inner> part = new Part_<>(source, "part_");

  /** The columns of {@code mapping}. */
  public final Mapping_<Outer.Inner> mapping = new Mapping_<>(source, "mapping_");

  /** Makes an instance of the table, for a path or an alias. */
  public Inner_(Source<Outer.Inner> source) {
    super("inner", source, Mapping.INSTANCE);
  }

  @Override
  public Inner_ as(String alias) {
    return new Inner_(source.as(alias));
  }

  /** A copy to be changed: {@code Inner_.edit(inner).part(…).done()}. */
  public static Edit edit(Outer.Inner inner) {
    return new Edit(inner);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Outer.Inner, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Outer.Inner read(Row row) {
      return new Outer.Inner(row.nextInt(), Part_.read(row), Mapping_.read(row));
    }

    @Override
    public void write(Outer.Inner inner, Binder out) {
      out.bind(inner.id());
      Part_.write(inner.part(), out);
      Mapping_.write(inner.mapping(), out);
    }

    @Override
    public Outer.Inner beforeInsert(Outer.Inner inner, Stamp stamp) {
      return inner;
    }

    @Override
    public Outer.Inner beforeUpdate(Outer.Inner inner, Stamp stamp) {
      return inner;
    }

    @Override
    public Outer.Inner withGenerated(Outer.Inner inner, Row row) {
      return inner;
    }

    @Override
    public Outer.Inner withNextVersion(Outer.Inner inner) {
      return inner;
    }

    @Override
    public Integer key(Outer.Inner inner) {
      return inner.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table inner
          column id int
          column part_source int component part.source
          column part_prefix int component part.prefix
          column part_value int component part.value
          column part_part int component part.part
          column part_out int component part.out
          column mapping_s int component mapping.s
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "fc546b34a8ffd401";
    }
  }

  /** Changes components of {@link Outer.Inner} one by one. */
  public static final class Edit {
    private int id;
    private Outer.Part part;
    private Outer.Mapping mapping;

    private Edit(Outer.Inner inner) {
      id = inner.id();
      part = inner.part();
      mapping = inner.mapping();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code part}. */
    public Edit part(Outer.Part part) {
      this.part = part;
      return this;
    }

    /** Changes {@code mapping}. */
    public Edit mapping(Outer.Mapping mapping) {
      this.mapping = mapping;
      return this;
    }

    /** {@return the record with the changes} */
    public Outer.Inner done() {
      return new Outer.Inner(id, part, mapping);
    }
  }
}
