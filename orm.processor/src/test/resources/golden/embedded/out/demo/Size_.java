// Generated from demo.Size; edit that record instead.
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

/** The columns of an embedded {@link Size}. */
@Generated("orm.processor")
@NullMarked
public final class Size_<S> extends EmbeddedColumns<S, Size> {
  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "unit";

  /** Column {@code width}. */
  public final NumberColumn<S, Integer> width;

  /** Column {@code h}. */
  public final NumberColumn<S, Integer> height;

  /** Column {@code unit}. */
  public final TextColumn<S> unit;

  /** Makes the columns of one table, for its generated class. */
  public Size_(Source<S> source, String prefix) {
    super(Mapping::readOrNull);
    width = new NumberColumn<>(source, prefix + "width", Integer.class);
    height = new NumberColumn<>(source, prefix + "h", Integer.class);
    unit = new TextColumn<>(source, prefix + "unit");
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(width, height, unit);
  }


  @Override
  protected List<?> values(Size size) {
    return Mapping.values(size);
  }

  /** Reads the record from its columns. */
  public static Size read(Row row) {
    return Mapping.read(row);
  }

  /** Reads the record, or null where all of its columns are. */
  public static @Nullable Size readOrNull(Row row) {
    return Mapping.readOrNull(row);
  }

  /** Binds the columns of the record, all of them null for null. */
  public static void write(@Nullable Size size, Binder out) {
    Mapping.write(size, out);
  }

  /** A copy to be changed: {@code Size_.edit(size).height(…).done()}. */
  public static Edit edit(Size size) {
    return new Edit(size);
  }

  @NullUnmarked
  private static final class Mapping {
    static Size read(Row row) {
      return new Size(row.nextInt(), row.nextInt(), row.nextTextOrNull());
    }

    static Size readOrNull(Row row) {
      if (row.nextAreNull(3)) {
        row.skip(3);
        return null;
      }
      return read(row);
    }

    static void write(Size size, Binder out) {
      if (size == null) {
        out.bindNulls(3);
        return;
      }
      out.bind(size.width());
      out.bind(size.height());
      out.bind(size.unit());
    }

    static List<?> values(Size size) {
      return Arrays.asList(size.width(), size.height(), size.unit());
    }
  }

  /** Changes components of {@link Size} one by one. */
  public static final class Edit {
    private int width;
    private int height;
    private @Nullable String unit;

    private Edit(Size size) {
      width = size.width();
      height = size.height();
      unit = size.unit();
    }

    /** Changes {@code width}. */
    public Edit width(int width) {
      this.width = width;
      return this;
    }

    /** Changes {@code height}. */
    public Edit height(int height) {
      this.height = height;
      return this;
    }

    /** Changes {@code unit}. */
    public Edit unit(@Nullable String unit) {
      this.unit = unit;
      return this;
    }

    /** {@return the record with the changes} */
    public Size done() {
      return new Size(width, height, unit);
    }
  }
}
