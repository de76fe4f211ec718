// Generated from demo.Audit; edit that record instead.
package demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TimeColumn;
import orm.api.model.EmbeddedColumns;
import orm.spi.mapping.Binder;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** The columns of an embedded {@link Audit}. */
@Generated("orm.processor")
@NullMarked
public final class Audit_<S> extends EmbeddedColumns<S, Audit> {
  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "created, updated";

  /** Column {@code created}. */
  public final TimeColumn<S, Instant> created;

  /** Column {@code updated}. */
  public final TimeColumn<S, Instant> updated;

  /** Column {@code read}. */
  public final TimeColumn<S, LocalDateTime> read;

  /** Makes the columns of one table, for its generated class. */
  public Audit_(Source<S> source, String prefix) {
    super(Mapping::readOrNull);
    created = new TimeColumn<>(source, prefix + "created", Instant.class);
    updated = new TimeColumn<>(source, prefix + "updated", Instant.class);
    read = new TimeColumn<>(source, prefix + "read", LocalDateTime.class);
  }

  @Override
  protected List<Selectable<?>> parts() {
    return List.of(created, updated, read);
  }


  @Override
  protected List<?> values(Audit audit) {
    return Mapping.values(audit);
  }

  /** Reads the record from its columns. */
  public static Audit read(Row row) {
    return Mapping.read(row);
  }

  /** Reads the record, or null where all of its columns are. */
  public static @Nullable Audit readOrNull(Row row) {
    return Mapping.readOrNull(row);
  }

  /** Binds the columns of the record, all of them null for null. */
  public static void write(@Nullable Audit audit, Binder out) {
    Mapping.write(audit, out);
  }

  /** Completes the record before it is inserted. */
  public static @Nullable Audit beforeInsert(@Nullable Audit audit, Stamp stamp) {
    return Mapping.beforeInsert(audit, stamp);
  }

  /** Completes the record before it is updated. */
  public static @Nullable Audit beforeUpdate(@Nullable Audit audit, Stamp stamp) {
    return Mapping.beforeUpdate(audit, stamp);
  }

  /** A copy to be changed: {@code Audit_.edit(audit).updated(…).done()}. */
  public static Edit edit(Audit audit) {
    return new Edit(audit);
  }

  @NullUnmarked
  private static final class Mapping {
    static Audit read(Row row) {
      return new Audit(row.nextInstant(), row.nextInstant(), row.nextDateTime());
    }

    static Audit readOrNull(Row row) {
      if (row.nextAreNull(3)) {
        row.skip(3);
        return null;
      }
      return read(row);
    }

    static void write(Audit audit, Binder out) {
      if (audit == null) {
        out.bindNulls(3);
        return;
      }
      out.bind(audit.created());
      out.bind(audit.updated());
      out.bind(audit.read());
    }

    static List<?> values(Audit audit) {
      return Arrays.asList(audit.created(), audit.updated(), audit.read());
    }

    static Audit beforeInsert(Audit audit, Stamp stamp) {
      if (audit == null) {
        return null;
      }
      return edit(audit)
          .created(stamp.now())
          .updated(stamp.now())
          .read(Stored.form(audit.read()))
          .done();
    }

    static Audit beforeUpdate(Audit audit, Stamp stamp) {
      if (audit == null) {
        return null;
      }
      return edit(audit)
          .created(Stored.form(audit.created()))
          .updated(stamp.now())
          .read(Stored.form(audit.read()))
          .done();
    }
  }

  /** Changes components of {@link Audit} one by one. */
  public static final class Edit {
    private @Nullable Instant created;
    private @Nullable Instant updated;
    private LocalDateTime read;

    private Edit(Audit audit) {
      created = audit.created();
      updated = audit.updated();
      read = audit.read();
    }

    /** Changes {@code created}. */
    public Edit created(@Nullable Instant created) {
      this.created = created;
      return this;
    }

    /** Changes {@code updated}. */
    public Edit updated(@Nullable Instant updated) {
      this.updated = updated;
      return this;
    }

    /** Changes {@code read}. */
    public Edit read(LocalDateTime read) {
      this.read = read;
      return this;
    }

    /** {@return the record with the changes} */
    public Audit done() {
      return new Audit(created, updated, read);
    }
  }
}
