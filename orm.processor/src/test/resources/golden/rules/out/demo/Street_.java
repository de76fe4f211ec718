// Generated from demo.Street; edit that record instead.
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

/** The columns of an embedded {@link Street}. */
@Generated("orm.processor")
@NullMarked
public final class Street_<S> extends EmbeddedColumns<S, Street> {
  /** Column {@code name}. */
  public final TextColumn<S> name;

  /** Column {@code number}. */
  public final NumberColumn<S, Integer> number;

  /** Makes the columns of one table, for its generated class. */
  public Street_(Source<S> source, String prefix) {
    super(Mapping::readOrNull);
    name = new TextColumn<>(source, prefix + "name");
    number = new NumberColumn<>(source, prefix + "number", Integer.class);
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(name, number);
  }


  @Override
  protected List<?> values(Street street) {
    return Mapping.values(street);
  }

  /** Reads the record from its columns. */
  public static Street read(Row row) {
    return Mapping.read(row);
  }

  /** Reads the record, or null where all of its columns are. */
  public static @Nullable Street readOrNull(Row row) {
    return Mapping.readOrNull(row);
  }

  /** Binds the columns of the record, all of them null for null. */
  public static void write(@Nullable Street street, Binder out) {
    Mapping.write(street, out);
  }

  /** A copy to be changed: {@code Street_.edit(street).number(…).done()}. */
  public static Edit edit(Street street) {
    return new Edit(street);
  }

  @NullUnmarked
  private static final class Mapping {
    static Street read(Row row) {
      return new Street(row.nextText(), row.nextInt());
    }

    static Street readOrNull(Row row) {
      if (row.nextAreNull(2)) {
        row.skip(2);
        return null;
      }
      return read(row);
    }

    static void write(Street street, Binder out) {
      if (street == null) {
        out.bindNulls(2);
        return;
      }
      out.bind(street.name());
      out.bind(street.number());
    }

    static List<?> values(Street street) {
      return Arrays.asList(street.name(), street.number());
    }
  }

  /** Changes components of {@link Street} one by one. */
  public static final class Edit {
    private String name;
    private int number;

    private Edit(Street street) {
      name = street.name();
      number = street.number();
    }

    /** Changes {@code name}. */
    public Edit name(String name) {
      this.name = name;
      return this;
    }

    /** Changes {@code number}. */
    public Edit number(int number) {
      this.number = number;
      return this;
    }

    /** {@return the record with the changes} */
    public Street done() {
      return new Street(name, number);
    }
  }
}
