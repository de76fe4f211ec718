// Generated from demo.Note; edit that record instead.
package demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code note}, whose rows are {@link Note}. */
@Generated("orm.processor")
@NullMarked
public final class Note_ extends EntityTable<Note, UUID> {
  /** The table under its own name. */
  public static final Note_ NOTE = new Note_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Note, UUID> id = new ComparableColumn<>(source, "id", UUID.class);

  /** Column {@code text}. */
  public final TextColumn<Note> text = new TextColumn<>(source, "text");

  /** Column {@code created}. */
  public final TimeColumn<Note, Instant> created =
      new TimeColumn<>(source, "created", Instant.class);

  /** Column {@code updated}. */
  public final TimeColumn<Note, OffsetDateTime> updated =
      new TimeColumn<>(source, "updated", OffsetDateTime.class);

  /** Column {@code stamp}. */
  public final TimeColumn<Note, Instant> stamp = new TimeColumn<>(source, "stamp", Instant.class);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id, created, stamp";

  /** Makes an instance of the table, for a path or an alias. */
  public Note_(Source<Note> source) {
    super("note", source, Mapping.INSTANCE);
  }

  @Override
  public Note_ as(String alias) {
    return new Note_(source.as(alias));
  }

  /** A copy to be changed: {@code Note_.edit(note).text(…).done()}. */
  public static Edit edit(Note note) {
    return new Edit(note);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Note, UUID> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Note read(Row row) {
      return new Note(
          row.nextUuid(),
          row.nextText(),
          row.nextInstant(),
          row.nextOffsetDateTime(),
          row.nextInstantOrNull());
    }

    @Override
    public void write(Note note, Binder out) {
      out.bind(note.id());
      out.bind(note.text());
      out.bind(note.created());
      out.bind(note.updated());
      out.bind(note.stamp());
    }

    @Override
    public Note beforeInsert(Note note, Stamp write) {
      return edit(note)
          .id(note.id() != null ? note.id() : write.newUuid())
          .created(write.now())
          .updated(write.now().atOffset(ZoneOffset.UTC))
          .stamp(Stored.form(note.stamp()))
          .done();
    }

    @Override
    public Note beforeUpdate(Note note, Stamp write) {
      return edit(note)
          .created(Stored.form(note.created()))
          .updated(write.now().atOffset(ZoneOffset.UTC))
          .stamp(Stored.form(note.stamp()))
          .done();
    }

    @Override
    public Note withGenerated(Note note, Row row) {
      return note;
    }

    @Override
    public Note withNextVersion(Note note) {
      return note;
    }

    @Override
    public @Nullable UUID key(Note note) {
      return note.id();
    }

    @Override
    public void writeKey(UUID key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table note
          column id uuid uuid7
          column text text
          column created instant created
          column updated instant updated
          column stamp instant null
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "0c0fffcc62238d1c";
    }
  }

  /** Changes components of {@link Note} one by one. */
  public static final class Edit {
    private @Nullable UUID id;
    private String text;
    private @Nullable Instant created;
    private OffsetDateTime updated;
    private @Nullable Instant stamp;

    private Edit(Note note) {
      id = note.id();
      text = note.text();
      created = note.created();
      updated = note.updated();
      stamp = note.stamp();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable UUID id) {
      this.id = id;
      return this;
    }

    /** Changes {@code text}. */
    public Edit text(String text) {
      this.text = text;
      return this;
    }

    /** Changes {@code created}. */
    public Edit created(@Nullable Instant created) {
      this.created = created;
      return this;
    }

    /** Changes {@code updated}. */
    public Edit updated(OffsetDateTime updated) {
      this.updated = updated;
      return this;
    }

    /** Changes {@code stamp}. */
    public Edit stamp(@Nullable Instant stamp) {
      this.stamp = stamp;
      return this;
    }

    /** {@return the record with the changes} */
    public Note done() {
      return new Note(id, text, created, updated, stamp);
    }
  }
}
