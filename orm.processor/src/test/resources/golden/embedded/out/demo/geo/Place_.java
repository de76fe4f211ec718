// Generated from demo.geo.Place; edit that record instead.
package demo.geo;

import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.model.EmbeddedColumns;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Row;

/** The columns of an embedded {@link Place}. */
@Generated("orm.processor")
@NullMarked
public final class Place_<S> extends EmbeddedColumns<S, Place> {
  /** Column {@code latitude}. */
  public final NumberColumn<S, Double> latitude;

  /** Column {@code longitude}. */
  public final NumberColumn<S, Double> longitude;

  /** Makes the columns of one table, for its generated class. */
  public Place_(Source<S> source, String prefix) {
    super(Mapping::readOrNull);
    latitude = new NumberColumn<>(source, prefix + "latitude", Double.class);
    longitude = new NumberColumn<>(source, prefix + "longitude", Double.class);
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(latitude, longitude);
  }


  @Override
  protected List<?> values(Place place) {
    return Mapping.values(place);
  }

  /** Reads the record from its columns. */
  public static Place read(Row row) {
    return Mapping.read(row);
  }

  /** Reads the record, or null where all of its columns are. */
  public static @Nullable Place readOrNull(Row row) {
    return Mapping.readOrNull(row);
  }

  /** Binds the columns of the record, all of them null for null. */
  public static void write(@Nullable Place place, Binder out) {
    Mapping.write(place, out);
  }

  /** A copy to be changed: {@code Place_.edit(place).longitude(…).done()}. */
  public static Edit edit(Place place) {
    return new Edit(place);
  }

  @NullUnmarked
  private static final class Mapping {
    static Place read(Row row) {
      return new Place(row.nextDouble(), row.nextDouble());
    }

    static Place readOrNull(Row row) {
      if (row.nextAreNull(2)) {
        row.skip(2);
        return null;
      }
      return read(row);
    }

    static void write(Place place, Binder out) {
      if (place == null) {
        out.bindNulls(2);
        return;
      }
      out.bind(place.latitude());
      out.bind(place.longitude());
    }

    static List<?> values(Place place) {
      return Arrays.asList(place.latitude(), place.longitude());
    }
  }

  /** Changes components of {@link Place} one by one. */
  public static final class Edit {
    private double latitude;
    private double longitude;

    private Edit(Place place) {
      latitude = place.latitude();
      longitude = place.longitude();
    }

    /** Changes {@code latitude}. */
    public Edit latitude(double latitude) {
      this.latitude = latitude;
      return this;
    }

    /** Changes {@code longitude}. */
    public Edit longitude(double longitude) {
      this.longitude = longitude;
      return this;
    }

    /** {@return the record with the changes} */
    public Place done() {
      return new Place(latitude, longitude);
    }
  }
}
