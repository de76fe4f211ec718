// Generated from demo.Key; edit that record instead.
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

/** Table {@code key}, whose rows are {@link Key}. */
@Generated("orm.processor")
@NullMarked
public final class Key_ extends EntityTable<demo.Key, Key_.Key> {
  /** The table under its own name. */
  public static final Key_ KEY = new Key_(Source.root());

  /** Column {@code switch_number}. */
  public final ComparableColumn<demo.Key, Integer> switchNumber =
      new ComparableColumn<>(source, "switch_number", Integer.class);

  /** Column {@code number}. */
  public final ComparableColumn<demo.Key, Integer> number =
      new ComparableColumn<>(source, "number", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Key_(Source<demo.Key> source) {
    super("key", source, Mapping.INSTANCE);
  }

  @Override
  public Key_ as(String alias) {
    return new Key_(source.as(alias));
  }

  /** A copy to be changed: {@code Key_.edit(key).number(…).done()}. */
  public static Edit edit(demo.Key key) {
    return new Edit(key);
  }

  /** The key of {@link demo.Key}: the raw values of its components. */
  public record Key(int switchNumber, int number) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<demo.Key, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public demo.Key read(Row row) {
      return new demo.Key(row.nextInt(), row.nextInt());
    }

    @Override
    public void write(demo.Key key, Binder out) {
      out.bind(key.switchNumber());
      out.bind(key.number());
    }

    @Override
    public demo.Key beforeInsert(demo.Key key, Stamp stamp) {
      return key;
    }

    @Override
    public demo.Key beforeUpdate(demo.Key key, Stamp stamp) {
      return key;
    }

    @Override
    public demo.Key withGenerated(demo.Key key, Row row) {
      return key;
    }

    @Override
    public demo.Key withNextVersion(demo.Key key) {
      return key;
    }

    @Override
    public Key key(demo.Key key) {
      return new Key(key.switchNumber(), key.number());
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out.bind(key.switchNumber()).bind(key.number());
    }

    @Override
    public String schema() {
      return """
          table key
          column switch_number int
          column number int
          primary key (switch_number, number)
          """;
    }

    @Override
    public String schemaHash() {
      return "341173c4d6fd33d1";
    }
  }

  /** Changes components of {@link demo.Key} one by one. */
  public static final class Edit {
    private int switchNumber;
    private int number;

    private Edit(demo.Key key) {
      switchNumber = key.switchNumber();
      number = key.number();
    }

    /** Changes {@code switchNumber}. */
    public Edit switchNumber(int switchNumber) {
      this.switchNumber = switchNumber;
      return this;
    }

    /** Changes {@code number}. */
    public Edit number(int number) {
      this.number = number;
      return this;
    }

    /** {@return the record with the changes} */
    public demo.Key done() {
      return new demo.Key(switchNumber, number);
    }
  }
}
