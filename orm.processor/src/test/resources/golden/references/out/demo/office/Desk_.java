// Generated from demo.office.Desk; edit that record instead.
package demo.office;

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

/** Table {@code office_desk}, whose rows are {@link Desk}. */
@Generated("orm.processor")
@NullMarked
public final class Desk_ extends EntityTable<Desk, String> {
  /** The table under its own name. */
  public static final Desk_ DESK = new Desk_(Source.root());

  /** Column {@code code}. */
  public final TextColumn<Desk> code = new TextColumn<>(source, "code");

  /** Makes an instance of the table, for a path or an alias. */
  public Desk_(Source<Desk> source) {
    super("office_desk", source, Mapping.INSTANCE);
  }

  @Override
  public Desk_ as(String alias) {
    return new Desk_(source.as(alias));
  }

  /** A copy to be changed: {@code Desk_.edit(desk).code(…).done()}. */
  public static Edit edit(Desk desk) {
    return new Edit(desk);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Desk, String> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Desk read(Row row) {
      return new Desk(row.nextText());
    }

    @Override
    public void write(Desk desk, Binder out) {
      out.bind(desk.code());
    }

    @Override
    public Desk beforeInsert(Desk desk, Stamp stamp) {
      return desk;
    }

    @Override
    public Desk beforeUpdate(Desk desk, Stamp stamp) {
      return desk;
    }

    @Override
    public Desk withGenerated(Desk desk, Row row) {
      return desk;
    }

    @Override
    public Desk withNextVersion(Desk desk) {
      return desk;
    }

    @Override
    public String key(Desk desk) {
      return desk.code();
    }

    @Override
    public void writeKey(String key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table office_desk
          column code text
          primary key (code)
          """;
    }

    @Override
    public String schemaHash() {
      return "997183a2cc1eea7a";
    }
  }

  /** Changes components of {@link Desk} one by one. */
  public static final class Edit {
    private String code;

    private Edit(Desk desk) {
      code = desk.code();
    }

    /** Changes {@code code}. */
    public Edit code(String code) {
      this.code = code;
      return this;
    }

    /** {@return the record with the changes} */
    public Desk done() {
      return new Desk(code);
    }
  }
}
