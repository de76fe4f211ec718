// Generated from demo.Origin; edit that record instead.
package demo;

import demo.geo.Place;
import demo.geo.Place_;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.model.EmbeddedColumns;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Row;

/** The columns of an embedded {@link Origin}. */
@Generated("orm.processor")
@NullMarked
public final class Origin_<S> extends EmbeddedColumns<S, Origin> {
  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "plant";

  /** Column {@code maker_id}. */
  public final RefColumn<S, Maker, String> maker;

  /** Columns {@code plant_maker_id}, {@code plant_number}. */
  public final RefColumn<S, Plant, Plant_.Key> plant;

  /** The columns of {@code place}. */
  public final Place_<S> place;

  private @Nullable Maker_ makerPath;
  private @Nullable Plant_ plantPath;

  /** Makes the columns of one table, for its generated class. */
  public Origin_(Source<S> source, String prefix, EntityTable<S, ?> owner, String component) {
    super(Mapping::readOrNull);
    maker = new RefColumn<>(owner, component + ".maker", Mapping::makerKey);
    plant = new RefColumn<>(owner, component + ".plant", Mapping::plantKey);
    place = new Place_<>(source, prefix + "place_");
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(maker, plant, place);
  }


  @Override
  protected List<?> values(Origin origin) {
    return Mapping.values(origin);
  }

  /** The row that {@code maker} leads to, joined if it is used. */
  public Maker_ maker() {
    Maker_ path = makerPath;
    if (path == null) {
      path = new Maker_(maker.path());
      makerPath = path;
    }
    return path;
  }

  /** The row that {@code plant} leads to, joined if it is used. */
  public Plant_ plant() {
    Plant_ path = plantPath;
    if (path == null) {
      path = new Plant_(plant.path());
      plantPath = path;
    }
    return path;
  }

  /** Reads the record from its columns. */
  public static Origin read(Row row) {
    return Mapping.read(row);
  }

  /** Reads the record, or null where all of its columns are. */
  public static @Nullable Origin readOrNull(Row row) {
    return Mapping.readOrNull(row);
  }

  /** Binds the columns of the record, all of them null for null. */
  public static void write(@Nullable Origin origin, Binder out) {
    Mapping.write(origin, out);
  }

  /** A copy to be changed: {@code Origin_.edit(origin).plant(…).done()}. */
  public static Edit edit(Origin origin) {
    return new Edit(origin);
  }

  @NullUnmarked
  private static final class Mapping {
    static Origin read(Row row) {
      return new Origin(
          Maker_.MAKER.ref(row.nextText()),
          Plant_.PLANT.refOrNull(plantKey(row)),
          Place_.read(row));
    }

    static Origin readOrNull(Row row) {
      if (row.nextAreNull(5)) {
        row.skip(5);
        return null;
      }
      return read(row);
    }

    static void write(Origin origin, Binder out) {
      if (origin == null) {
        out.bindNulls(5);
        return;
      }
      out.bind(Maker_.MAKER.keyOrNull(origin.maker()));
      bindKey(origin.plant(), 2, out);
      Place_.write(origin.place(), out);
    }

    static List<?> values(Origin origin) {
      return Arrays.asList(origin.maker(), origin.plant(), origin.place());
    }

    static String makerKey(Row row) {
      return row.nextTextOrNull();
    }

    static Plant_.Key plantKey(Row row) {
      if (row.nextAreNull(2)) {
        row.skip(2);
        return null;
      }
      return new Plant_.Key(row.nextText(), row.nextInt());
    }

    static void bindKey(Ref<?> ref, int columns, Binder out) {
      if (ref == null) {
        out.bindNulls(columns);
      } else {
        ref.writeKey(out);
      }
    }
  }

  /** Changes components of {@link Origin} one by one. */
  public static final class Edit {
    private Ref<Maker> maker;
    private @Nullable Ref<Plant> plant;
    private Place place;

    private Edit(Origin origin) {
      maker = origin.maker();
      plant = origin.plant();
      place = origin.place();
    }

    /** Changes {@code maker}. */
    public Edit maker(Ref<Maker> maker) {
      this.maker = maker;
      return this;
    }

    /** Changes {@code plant}. */
    public Edit plant(@Nullable Ref<Plant> plant) {
      this.plant = plant;
      return this;
    }

    /** Changes {@code place}. */
    public Edit place(Place place) {
      this.place = place;
      return this;
    }

    /** {@return the record with the changes} */
    public Origin done() {
      return new Origin(maker, plant, place);
    }
  }
}
