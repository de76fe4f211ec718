// Generated from demo.Place; edit that record instead.
package demo;

import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EmbeddedColumns;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Row;

/** The columns of an embedded {@link Place}. */
@Generated("orm.processor")
@NullMarked
public final class Place_<S> extends EmbeddedColumns<S, Place> {
  /** Column {@code city}. */
  public final TextColumn<S> city;

  /** Column {@code number}. */
  public final NumberColumn<S, Integer> number;

  /** Makes the columns of one table, for its generated class. */
  public Place_(Source<S> source, String prefix) {
    super(Mapping::readOrNull);
    city = new TextColumn<>(source, prefix + "city");
    number = new NumberColumn<>(source, prefix + "number", Integer.class);
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(city, number);
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

  /** A copy to be changed: {@code Place_.edit(place).number(…).done()}. */
  public static Edit edit(Place place) {
    return new Edit(place);
  }

  @NullUnmarked
  private static final class Mapping {
    static Place read(Row row) {
      return new Place(row.nextText(), row.nextInt());
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
      out.bind(place.city());
      out.bind(place.number());
    }

    static List<?> values(Place place) {
      return Arrays.asList(place.city(), place.number());
    }
  }

  /** Changes components of {@link Place} one by one. */
  public static final class Edit {
    private String city;
    private int number;

    private Edit(Place place) {
      city = place.city();
      number = place.number();
    }

    /** Changes {@code city}. */
    public Edit city(String city) {
      this.city = city;
      return this;
    }

    /** Changes {@code number}. */
    public Edit number(int number) {
      this.number = number;
      return this;
    }

    /** {@return the record with the changes} */
    public Place done() {
      return new Place(city, number);
    }
  }
}
