// Generated from demo.Point; edit that record instead.
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
import orm.api.model.EmbeddedColumns;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Row;

/** The columns of an embedded {@link Point}. */
@Generated("orm.processor")
@NullMarked
public final class Point_<S> extends EmbeddedColumns<S, Point> {
  /** Column {@code x}. */
  public final NumberColumn<S, Integer> x;

  /** Column {@code y}. */
  public final NumberColumn<S, Integer> y;

  /** Makes the columns of one table, for its generated class. */
  public Point_(Source<S> source, String prefix) {
    super(Mapping::readOrNull);
    x = new NumberColumn<>(source, prefix + "x", Integer.class);
    y = new NumberColumn<>(source, prefix + "y", Integer.class);
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(x, y);
  }


  @Override
  protected List<?> values(Point point) {
    return Mapping.values(point);
  }

  /** Reads the record from its columns. */
  public static Point read(Row row) {
    return Mapping.read(row);
  }

  /** Reads the record, or null where all of its columns are. */
  public static @Nullable Point readOrNull(Row row) {
    return Mapping.readOrNull(row);
  }

  /** Binds the columns of the record, all of them null for null. */
  public static void write(@Nullable Point point, Binder out) {
    Mapping.write(point, out);
  }

  /** A copy to be changed: {@code Point_.edit(point).y(…).done()}. */
  public static Edit edit(Point point) {
    return new Edit(point);
  }

  @NullUnmarked
  private static final class Mapping {
    static Point read(Row row) {
      return new Point(row.nextInt(), row.nextInt());
    }

    static Point readOrNull(Row row) {
      if (row.nextAreNull(2)) {
        row.skip(2);
        return null;
      }
      return read(row);
    }

    static void write(Point point, Binder out) {
      if (point == null) {
        out.bindNulls(2);
        return;
      }
      out.bind(point.x());
      out.bind(point.y());
    }

    static List<?> values(Point point) {
      return Arrays.asList(point.x(), point.y());
    }
  }

  /** Changes components of {@link Point} one by one. */
  public static final class Edit {
    private int x;
    private int y;

    private Edit(Point point) {
      x = point.x();
      y = point.y();
    }

    /** Changes {@code x}. */
    public Edit x(int x) {
      this.x = x;
      return this;
    }

    /** Changes {@code y}. */
    public Edit y(int y) {
      this.y = y;
      return this;
    }

    /** {@return the record with the changes} */
    public Point done() {
      return new Point(x, y);
    }
  }
}
