// Generated from demo.Medium.Sound; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** The rows of table {@code medium} that are {@link Medium.Sound}. */
@Generated("orm.processor")
@NullMarked
public final class Sound_ extends EntityTable<Medium.Sound, Integer> {
  /** The table under its own name. */
  public static final Sound_ SOUND = new Sound_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Medium.Sound, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Column {@code minutes}. */
  public final NumberColumn<Medium.Sound, Integer> minutes =
      new NumberColumn<>(source, "minutes", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Sound_(Source<Medium.Sound> source) {
    super("medium", narrow(source), Mapping.INSTANCE);
  }

  @Override
  public Sound_ as(String alias) {
    return new Sound_(source.as(alias));
  }

  /** A copy to be changed: {@code Sound_.edit(sound).minutes(…).done()}. */
  public static Edit edit(Medium.Sound sound) {
    return new Edit(sound);
  }

  /** Reads the columns behind the discriminator. */
  static Medium.Sound readRest(Row row) {
    return Mapping.readRest(row);
  }

  private static Source<Medium.Sound> narrow(Source<Medium.Sound> source) {
    if (source.kind() == Source.Kind.SUBTYPE) {
      return source;
    }
    return source.of(Mapping.INSTANCE).subtype("sound");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Medium.Sound, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Medium.Sound read(Row row) {
      row.skip(1);
      return readRest(row);
    }

    static Medium.Sound readRest(Row row) {
      int id = row.nextInt();
      row.skip(1);
      int minutes = row.nextInt();
      return new Medium.Sound(id, minutes);
    }

    @Override
    public void write(Medium.Sound sound, Binder out) {
      out.bind("sound");
      out.bind(sound.id());
      out.bindNulls(1);
      out.bind(sound.minutes());
    }

    @Override
    public Medium.Sound beforeInsert(Medium.Sound sound, Stamp stamp) {
      return sound;
    }

    @Override
    public Medium.Sound beforeUpdate(Medium.Sound sound, Stamp stamp) {
      return sound;
    }

    @Override
    public Medium.Sound withGenerated(Medium.Sound sound, Row row) {
      return sound;
    }

    @Override
    public Medium.Sound withNextVersion(Medium.Sound sound) {
      return sound;
    }

    @Override
    public Integer key(Medium.Sound sound) {
      return sound.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return Medium_.MEDIUM.mapping().schema();
    }

    @Override
    public String schemaHash() {
      return Medium_.MEDIUM.mapping().schemaHash();
    }
  }

  /** Changes components of {@link Medium.Sound} one by one. */
  public static final class Edit {
    private int id;
    private int minutes;

    private Edit(Medium.Sound sound) {
      id = sound.id();
      minutes = sound.minutes();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code minutes}. */
    public Edit minutes(int minutes) {
      this.minutes = minutes;
      return this;
    }

    /** {@return the record with the changes} */
    public Medium.Sound done() {
      return new Medium.Sound(id, minutes);
    }
  }
}
