// Generated from demo.Article.Place; edit that record instead.
package demo;

import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EmbeddedColumns;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Row;

/** The columns of an embedded {@link Article.Place}. */
@Generated("orm.processor")
@NullMarked
final class Place_<S> extends EmbeddedColumns<S, Article.Place> {
  /** Column {@code street}. */
  public final TextColumn<S> street;

  /** Column {@code city}. */
  public final TextColumn<S> city;

  /** Makes the columns of one table, for its generated class. */
  public Place_(Source<S> source, String prefix) {
    super(Mapping::readOrNull);
    street = new TextColumn<>(source, prefix + "street");
    city = new TextColumn<>(source, prefix + "city");
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(street, city);
  }


  @Override
  protected List<?> values(Article.Place place) {
    return Mapping.values(place);
  }

  /** Reads the record from its columns. */
  public static Article.Place read(Row row) {
    return Mapping.read(row);
  }

  /** Reads the record, or null where all of its columns are. */
  public static Article.@Nullable Place readOrNull(Row row) {
    return Mapping.readOrNull(row);
  }

  /** Binds the columns of the record, all of them null for null. */
  public static void write(Article.@Nullable Place place, Binder out) {
    Mapping.write(place, out);
  }

  /** A copy to be changed: {@code Place_.edit(place).city(…).done()}. */
  public static Edit edit(Article.Place place) {
    return new Edit(place);
  }

  @NullUnmarked
  private static final class Mapping {
    static Article.Place read(Row row) {
      return new Article.Place(row.nextText(), row.nextText());
    }

    static Article.Place readOrNull(Row row) {
      if (row.nextAreNull(2)) {
        row.skip(2);
        return null;
      }
      return read(row);
    }

    static void write(Article.Place place, Binder out) {
      if (place == null) {
        out.bindNulls(2);
        return;
      }
      out.bind(place.street());
      out.bind(place.city());
    }

    static List<?> values(Article.Place place) {
      return Arrays.asList(place.street(), place.city());
    }
  }

  /** Changes components of {@link Article.Place} one by one. */
  public static final class Edit {
    private String street;
    private String city;

    private Edit(Article.Place place) {
      street = place.street();
      city = place.city();
    }

    /** Changes {@code street}. */
    public Edit street(String street) {
      this.street = street;
      return this;
    }

    /** Changes {@code city}. */
    public Edit city(String city) {
      this.city = city;
      return this;
    }

    /** {@return the record with the changes} */
    public Article.Place done() {
      return new Article.Place(street, city);
    }
  }
}
