// Generated from demo.Outer.Part; edit that record instead.
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

/** The columns of an embedded {@link Outer.Part}. */
@Generated("orm.processor")
@NullMarked
public final class Part_<S> extends EmbeddedColumns<S, Outer.Part> {
  /** Column {@code source}. */
  public final NumberColumn<S, Integer> source;

  /** Column {@code prefix}. */
  public final NumberColumn<S, Integer> prefix;

  /** Column {@code value}. */
  public final NumberColumn<S, Integer> value;

  /** Column {@code part}. */
  public final NumberColumn<S, Integer> part;

  /** Column {@code out}. */
  public final NumberColumn<S, Integer> out;

  /** Makes the columns of one table, for its generated class. */
  public Part_(Source<S> table, String begin) {
    super(Mapping::readOrNull);
    source = new NumberColumn<>(table, begin + "source", Integer.class);
    prefix = new NumberColumn<>(table, begin + "prefix", Integer.class);
    value = new NumberColumn<>(table, begin + "value", Integer.class);
    part = new NumberColumn<>(table, begin + "part", Integer.class);
    out = new NumberColumn<>(table, begin + "out", Integer.class);
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(source, prefix, value, part, out);
  }


  @Override
  protected List<?> values(Outer.Part part) {
    return Mapping.values(part);
  }

  /** Reads the record from its columns. */
  public static Outer.Part read(Row row) {
    return Mapping.read(row);
  }

  /** Reads the record, or null where all of its columns are. */
  public static Outer.@Nullable Part readOrNull(Row row) {
    return Mapping.readOrNull(row);
  }

  /** Binds the columns of the record, all of them null for null. */
  public static void write(Outer.@Nullable Part part, Binder out) {
    Mapping.write(part, out);
  }

  /** A copy to be changed: {@code Part_.edit(part).prefix(…).done()}. */
  public static Edit edit(Outer.Part part) {
    return new Edit(part);
  }

  @NullUnmarked
  private static final class Mapping {
    static Outer.Part read(Row row) {
      return new Outer.Part(
          row.nextInt(), row.nextInt(), row.nextInt(), row.nextInt(), row.nextInt());
    }

    static Outer.Part readOrNull(Row row) {
      if (row.nextAreNull(5)) {
        row.skip(5);
        return null;
      }
      return read(row);
    }

    static void write(Outer.Part part, Binder out) {
      if (part == null) {
        out.bindNulls(5);
        return;
      }
      out.bind(part.source());
      out.bind(part.prefix());
      out.bind(part.value());
      out.bind(part.part());
      out.bind(part.out());
    }

    static List<?> values(Outer.Part part) {
      return Arrays.asList(part.source(), part.prefix(), part.value(), part.part(), part.out());
    }
  }

  /** Changes components of {@link Outer.Part} one by one. */
  public static final class Edit {
    private int source;
    private int prefix;
    private int value;
    private int part;
    private int out;

    private Edit(Outer.Part value_) {
      source = value_.source();
      prefix = value_.prefix();
      value = value_.value();
      part = value_.part();
      out = value_.out();
    }

    /** Changes {@code source}. */
    public Edit source(int source) {
      this.source = source;
      return this;
    }

    /** Changes {@code prefix}. */
    public Edit prefix(int prefix) {
      this.prefix = prefix;
      return this;
    }

    /** Changes {@code value}. */
    public Edit value(int value) {
      this.value = value;
      return this;
    }

    /** Changes {@code part}. */
    public Edit part(int part) {
      this.part = part;
      return this;
    }

    /** Changes {@code out}. */
    public Edit out(int out) {
      this.out = out;
      return this;
    }

    /** {@return the record with the changes} */
    public Outer.Part done() {
      return new Outer.Part(source, prefix, value, part, out);
    }
  }
}
