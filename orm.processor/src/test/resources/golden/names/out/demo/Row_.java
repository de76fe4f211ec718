// Generated from demo.Row; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Stamp;

/** Table {@code row}, whose rows are {@link Row}. */
@Generated("orm.processor")
@NullMarked
public final class Row_ extends EntityTable<Row, Row_.Key> {
  /** The table under its own name. */
  public static final Row_ ROW = new Row_(Source.root());

  /** Columns {@code key_switch_number}, {@code key_number}. */
  public final RefColumn<Row, demo.Key, Key_.Key> key =
      new RefColumn<>(this, "key", Mapping::keyKey);

  /** Column {@code letter}. */
  public final ComparableColumn<Row, java.lang.Character> letter =
      new ComparableColumn<>(source, "letter", java.lang.Character.class);

  /** Column {@code edit}. */
  public final Column<Row, Row.Edit> edit = new Column<>(source, "edit", Row.Edit.class);

  private @Nullable Key_ keyPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Row_(Source<Row> source) {
    super("row", source, Mapping.INSTANCE);
  }

  @Override
  public Row_ as(String alias) {
    return new Row_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "key" -> Key_.KEY;
      default -> super.target(component);
    };
  }

  /** The row that {@code key} leads to, joined if it is used. */
  public Key_ key() {
    Key_ path = keyPath;
    if (path == null) {
      path = new Key_(key.path());
      keyPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Row_.edit(row).letter(…).done()}. */
  public static Edit edit(Row row) {
    return new Edit(row);
  }

  /** The key of {@link Row}: the raw values of its components. */
  public record Key(Key_.Key key, char letter) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Row, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Row read(orm.spi.mapping.Row row) {
      return new Row(
          Key_.KEY.ref(new Key_.Key(row.nextInt(), row.nextInt())),
          row.nextChar(),
          row.nextEnum(Row.Edit.class));
    }

    @Override
    public void write(Row value, Binder out) {
      bindKey(value.key(), 2, out);
      out.bind(String.valueOf(value.letter()));
      out.bind(value.edit());
    }

    @Override
    public Row beforeInsert(Row row, Stamp stamp) {
      return row;
    }

    @Override
    public Row beforeUpdate(Row row, Stamp stamp) {
      return row;
    }

    @Override
    public Row withGenerated(Row value, orm.spi.mapping.Row row) {
      return value;
    }

    @Override
    public Row withNextVersion(Row value) {
      return value;
    }

    @Override
    public Key key(Row value) {
      return new Key(Key_.KEY.key(value.key()), value.letter());
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out
          .bind(key.key().switchNumber())
          .bind(key.key().number())
          .bind(String.valueOf(key.letter()));
    }

    @Override
    public String schema() {
      return """
          table row
          column key_switch_number int component key.switchNumber
          column key_number int component key.number
          column letter text(1)
          column edit enum(YES)
          primary key (key_switch_number, key_number, letter)
          reference key (key_switch_number, key_number) -> key (switch_number, number)
          """;
    }

    @Override
    public String schemaHash() {
      return "18034c885aa0d82d";
    }

    static Key_.Key keyKey(orm.spi.mapping.Row row) {
      if (row.nextAreNull(2)) {
        row.skip(2);
        return null;
      }
      return new Key_.Key(row.nextInt(), row.nextInt());
    }

    static void bindKey(Ref<?> ref, int columns, Binder out) {
      if (ref == null) {
        out.bindNulls(columns);
      } else {
        ref.writeKey(out);
      }
    }
  }

  /** Changes components of {@link Row} one by one. */
  public static final class Edit {
    private Ref<demo.Key> key;
    private char letter;
    private Row.Edit edit;

    private Edit(Row row) {
      key = row.key();
      letter = row.letter();
      edit = row.edit();
    }

    /** Changes {@code key}. */
    public Edit key(Ref<demo.Key> key) {
      this.key = key;
      return this;
    }

    /** Changes {@code letter}. */
    public Edit letter(char letter) {
      this.letter = letter;
      return this;
    }

    /** Changes {@code edit}. */
    public Edit edit(Row.Edit edit) {
      this.edit = edit;
      return this;
    }

    /** {@return the record with the changes} */
    public Row done() {
      return new Row(key, letter, edit);
    }
  }
}
