// Generated from demo.Title; edit that record instead.
package demo;

import java.time.Duration;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Caching;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code title}, whose rows are {@link Title}. */
@Generated("orm.processor")
@NullMarked
public final class Title_ extends EntityTable<Title, Long> {
  /** The table under its own name. */
  public static final Title_ TITLE = new Title_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Title, Long> id = new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code name}. */
  public final TextColumn<Title> name = new TextColumn<>(source, "name");

  /** Makes an instance of the table, for a path or an alias. */
  public Title_(Source<Title> source) {
    super("title", source, Mapping.INSTANCE);
  }

  @Override
  public Title_ as(String alias) {
    return new Title_(source.as(alias));
  }

  /** A copy to be changed: {@code Title_.edit(title).name(…).done()}. */
  public static Edit edit(Title title) {
    return new Edit(title);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Title, Long> {
    static final Mapping INSTANCE = new Mapping();
    private static final Caching CACHING =
        new Caching(Duration.ofMillis(30000L), 500);

    @Override
    public Title read(Row row) {
      return new Title(row.nextLong(), row.nextText());
    }

    @Override
    public void write(Title title, Binder out) {
      out.bind(title.id());
      out.bind(title.name());
    }

    @Override
    public Title beforeInsert(Title title, Stamp stamp) {
      return title;
    }

    @Override
    public Title beforeUpdate(Title title, Stamp stamp) {
      return title;
    }

    @Override
    public Title withGenerated(Title title, Row row) {
      return title;
    }

    @Override
    public Title withNextVersion(Title title) {
      return title;
    }

    @Override
    public Long key(Title title) {
      return title.id();
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table title
          column id bigint
          column name text
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "7086871eea658944";
    }

    @Override
    public Caching caching() {
      return CACHING;
    }
  }

  /** Changes components of {@link Title} one by one. */
  public static final class Edit {
    private long id;
    private String name;

    private Edit(Title title) {
      id = title.id();
      name = title.name();
    }

    /** Changes {@code id}. */
    public Edit id(long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code name}. */
    public Edit name(String name) {
      this.name = name;
      return this;
    }

    /** {@return the record with the changes} */
    public Title done() {
      return new Title(id, name);
    }
  }
}
