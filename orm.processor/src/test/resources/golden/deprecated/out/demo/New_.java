// Generated from demo.New; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
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

/** Table {@code new}, whose rows are {@link New}. */
@Generated("orm.processor")
@NullMarked
@SuppressWarnings({"deprecation", "removal"})
public final class New_ extends EntityTable<New, Integer> {
  /** The table under its own name. */
  public static final New_ NEW = new New_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<New, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code text}. */
  public final TextColumn<New> text = new TextColumn<>(source, "text");

  /** Column {@code old_id}. */
  public final RefColumn<New, Old, Integer> old = new RefColumn<>(this, "old", Mapping::oldKey);

  private @Nullable Old_ oldPath;

  /** Makes an instance of the table, for a path or an alias. */
  public New_(Source<New> source) {
    super("new", source, Mapping.INSTANCE);
  }

  @Override
  public New_ as(String alias) {
    return new New_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "old" -> Old_.OLD;
      default -> super.target(component);
    };
  }

  /** The row that {@code old} leads to, joined if it is used. */
  public Old_ old() {
    Old_ path = oldPath;
    if (path == null) {
      path = new Old_(old.path());
      oldPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code New_.edit(value).text(…).done()}. */
  public static Edit edit(New value) {
    return new Edit(value);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<New, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public New read(Row row) {
      return new New(row.nextInt(), row.nextText(), Old_.OLD.ref(row.nextInt()));
    }

    @Override
    public void write(New value, Binder out) {
      out.bind(value.id());
      out.bind(value.text());
      out.bind(Old_.OLD.keyOrNull(value.old()));
    }

    @Override
    public New beforeInsert(New value, Stamp stamp) {
      return value;
    }

    @Override
    public New beforeUpdate(New value, Stamp stamp) {
      return value;
    }

    @Override
    public New withGenerated(New value, Row row) {
      return value;
    }

    @Override
    public New withNextVersion(New value) {
      return value;
    }

    @Override
    public Integer key(New value) {
      return value.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table new
          column id int
          column text text
          column old_id int component old
          primary key (id)
          reference old (old_id) -> old (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "30b1101232692107";
    }

    static Integer oldKey(Row row) {
      return row.nextIntOrNull();
    }
  }

  /** Changes components of {@link New} one by one. */
  public static final class Edit {
    private int id;
    private String text;
    private Ref<Old> old;

    private Edit(New value) {
      id = value.id();
      text = value.text();
      old = value.old();
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

    /** Changes {@code old}. */
    public Edit old(Ref<Old> old) {
      this.old = old;
      return this;
    }

    /** {@return the record with the changes} */
    public New done() {
      return new New(id, text, old);
    }
  }
}
