// Generated from Unnamed; edit that record instead.
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code unnamed}, whose rows are {@link Unnamed}. */
@Generated("orm.processor")
@NullMarked
public final class Unnamed_ extends EntityTable<Unnamed, Integer> {
  /** The table under its own name. */
  public static final Unnamed_ UNNAMED = new Unnamed_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Unnamed, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code text}. */
  public final TextColumn<Unnamed> text = new TextColumn<>(source, "text");

  /** Makes an instance of the table, for a path or an alias. */
  public Unnamed_(Source<Unnamed> source) {
    super("unnamed", source, Mapping.INSTANCE);
  }

  @Override
  public Unnamed_ as(String alias) {
    return new Unnamed_(source.as(alias));
  }

  /** A copy to be changed: {@code Unnamed_.edit(unnamed).text(…).done()}. */
  public static Edit edit(Unnamed unnamed) {
    return new Edit(unnamed);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Unnamed, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Unnamed read(Row row) {
      return new Unnamed(row.nextInt(), row.nextText());
    }

    @Override
    public void write(Unnamed unnamed, Binder out) {
      out.bind(unnamed.id());
      out.bind(unnamed.text());
    }

    @Override
    public Unnamed beforeInsert(Unnamed unnamed, Stamp stamp) {
      return unnamed;
    }

    @Override
    public Unnamed beforeUpdate(Unnamed unnamed, Stamp stamp) {
      return unnamed;
    }

    @Override
    public Unnamed withGenerated(Unnamed unnamed, Row row) {
      return unnamed;
    }

    @Override
    public Unnamed withNextVersion(Unnamed unnamed) {
      return unnamed;
    }

    @Override
    public Integer key(Unnamed unnamed) {
      return unnamed.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table unnamed
          column id int
          column text text
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "f240ec340e1db1ce";
    }
  }

  /** Changes components of {@link Unnamed} one by one. */
  public static final class Edit {
    private int id;
    private String text;

    private Edit(Unnamed unnamed) {
      id = unnamed.id();
      text = unnamed.text();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code text}. */
    public Edit text(String text) {
      this.text = text;
      return this;
    }

    /** {@return the record with the changes} */
    public Unnamed done() {
      return new Unnamed(id, text);
    }
  }
}
