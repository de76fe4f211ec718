// Generated from demo.Outer.Mapping; edit that record instead.
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

/** The columns of an embedded {@link Outer.Mapping}. */
@Generated("orm.processor")
@NullMarked
public final class Mapping_<S> extends EmbeddedColumns<S, Outer.Mapping> {
  /** Column {@code s}. */
  public final NumberColumn<S, Integer> s;

  /** Makes the columns of one table, for its generated class. */
  public Mapping_(Source<S> source, String prefix) {
    super(Mapping::readOrNull);
    s = new NumberColumn<>(source, prefix + "s", Integer.class);
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(s);
  }


  @Override
  protected List<?> values(Outer.Mapping mapping) {
    return Mapping.values(mapping);
  }

  /** Reads the record from its columns. */
  public static Outer.Mapping read(Row row) {
    return Mapping.read(row);
  }

  /** Reads the record, or null where all of its columns are. */
  public static Outer.@Nullable Mapping readOrNull(Row row) {
    return Mapping.readOrNull(row);
  }

  /** Binds the columns of the record, all of them null for null. */
  public static void write(Outer.@Nullable Mapping mapping, Binder out) {
    Mapping.write(mapping, out);
  }

  /** A copy to be changed: {@code Mapping_.edit(mapping).s(…).done()}. */
  public static Edit edit(Outer.Mapping mapping) {
    return new Edit(mapping);
  }

  @NullUnmarked
  private static final class Mapping {
    static Outer.Mapping read(Row row) {
      return new Outer.Mapping(row.nextInt());
    }

    static Outer.Mapping readOrNull(Row row) {
      if (row.nextAreNull(1)) {
        row.skip(1);
        return null;
      }
      return read(row);
    }

    static void write(Outer.Mapping mapping, Binder out) {
      if (mapping == null) {
        out.bindNulls(1);
        return;
      }
      out.bind(mapping.s());
    }

    static List<?> values(Outer.Mapping mapping) {
      return Arrays.asList(mapping.s());
    }
  }

  /** Changes components of {@link Outer.Mapping} one by one. */
  public static final class Edit {
    private int s;

    private Edit(Outer.Mapping mapping) {
      s = mapping.s();
    }

    /** Changes {@code s}. */
    public Edit s(int s) {
      this.s = s;
      return this;
    }

    /** {@return the record with the changes} */
    public Outer.Mapping done() {
      return new Outer.Mapping(s);
    }
  }
}
