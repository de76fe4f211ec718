// Generated from demo.Origin; edit that record instead.
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
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Row;

/** The columns of an embedded {@link Origin}. */
@Generated("orm.processor")
@NullMarked
public final class Origin_<S> extends EmbeddedColumns<S, Origin> {
  /** Column {@code place}. */
  public final TextColumn<S> place;

  /** Columns {@code first_payment_id}, {@code first_line}. */
  public final RefColumn<S, Note, Note_.Key> first;

  private @Nullable Note_ firstPath;

  /** Makes the columns of one table, for its generated class. */
  public Origin_(Source<S> source, String prefix, EntityTable<S, ?> owner, String component) {
    super(Mapping::readOrNull);
    place = new TextColumn<>(source, prefix + "place");
    first = new RefColumn<>(owner, component + ".first", Mapping::noteKey);
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(place, first);
  }


  @Override
  protected List<?> values(Origin origin) {
    return Mapping.values(origin);
  }

  /** The row that {@code first} leads to, joined if it is used. */
  public Note_ first() {
    Note_ path = firstPath;
    if (path == null) {
      path = new Note_(first.path());
      firstPath = path;
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

  /** A copy to be changed: {@code Origin_.edit(origin).first(…).done()}. */
  public static Edit edit(Origin origin) {
    return new Edit(origin);
  }

  @NullUnmarked
  private static final class Mapping {
    static Origin read(Row row) {
      return new Origin(
          row.nextText(), Note_.NOTE.ref(new Note_.Key(row.nextLong(), row.nextInt())));
    }

    static Origin readOrNull(Row row) {
      if (row.nextAreNull(3)) {
        row.skip(3);
        return null;
      }
      return read(row);
    }

    static void write(Origin origin, Binder out) {
      if (origin == null) {
        out.bindNulls(3);
        return;
      }
      out.bind(origin.place());
      bindKey(origin.first(), 2, out);
    }

    static List<?> values(Origin origin) {
      return Arrays.asList(origin.place(), origin.first());
    }

    static Note_.Key noteKey(Row row) {
      if (row.nextAreNull(2)) {
        row.skip(2);
        return null;
      }
      return new Note_.Key(row.nextLong(), row.nextInt());
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
    private String place;
    private Ref<Note> first;

    private Edit(Origin origin) {
      place = origin.place();
      first = origin.first();
    }

    /** Changes {@code place}. */
    public Edit place(String place) {
      this.place = place;
      return this;
    }

    /** Changes {@code first}. */
    public Edit first(Ref<Note> first) {
      this.first = first;
      return this;
    }

    /** {@return the record with the changes} */
    public Origin done() {
      return new Origin(place, first);
    }
  }
}
