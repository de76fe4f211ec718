// Generated from demo.Ticket; edit that record instead.
package demo;

import java.time.Instant;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code ticket}, whose rows are {@link Ticket}. */
@Generated("orm.processor")
@NullMarked
public final class Ticket_ extends EntityTable<Ticket, String> {
  /** The table under its own name. */
  public static final Ticket_ TICKET = new Ticket_(Source.root());

  /** Column {@code id}. */
  public final TextColumn<Ticket> id = new TextColumn<>(source, "id");

  /** Column {@code number}. */
  public final NumberColumn<Ticket, Long> number = new NumberColumn<>(source, "number", Long.class);

  /** Column {@code opener}. */
  public final TextColumn<Ticket> opener = new TextColumn<>(source, "opener");

  /** Column {@code editor}. */
  public final ComparableColumn<Ticket, UUID> editor =
      new ComparableColumn<>(source, "editor", UUID.class);

  /** Column {@code closed}. */
  public final TimeColumn<Ticket, Instant> closed =
      new TimeColumn<>(source, "closed", Instant.class);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id, number, editor, closed";

  /** Makes an instance of the table, for a path or an alias. */
  public Ticket_(Source<Ticket> source) {
    super("ticket", source, Mapping.INSTANCE);
  }

  @Override
  public Ticket_ as(String alias) {
    return new Ticket_(source.as(alias));
  }

  /** A copy to be changed: {@code Ticket_.edit(ticket).number(…).done()}. */
  public static Edit edit(Ticket ticket) {
    return new Edit(ticket);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Ticket, String> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Ticket read(Row row) {
      return new Ticket(
          row.nextText(),
          row.nextLong(),
          row.nextText(),
          row.nextUuidOrNull(),
          row.nextInstantOrNull());
    }

    @Override
    public void write(Ticket ticket, Binder out) {
      out.bind(ticket.id());
      out.bind(ticket.number());
      out.bind(ticket.opener());
      out.bind(ticket.editor());
      out.bind(ticket.closed());
    }

    @Override
    public Ticket beforeInsert(Ticket ticket, Stamp stamp) {
      return edit(ticket)
          .id(stamp.generated(ticket.id(), "Ticket.id", "ulid", String.class))
          .number(stamp.generated(ticket.number(), "Ticket.number", "number", Long.class))
          .opener(stamp.actor("Ticket.opener", String.class))
          .editor(stamp.actorOrNull("Ticket.editor", UUID.class))
          .closed(Stored.form(ticket.closed()))
          .done();
    }

    @Override
    public Ticket beforeUpdate(Ticket ticket, Stamp stamp) {
      return edit(ticket)
          .editor(stamp.actorOrNull("Ticket.editor", UUID.class))
          .closed(Stored.form(ticket.closed()))
          .done();
    }

    @Override
    public Ticket withGenerated(Ticket ticket, Row row) {
      return ticket;
    }

    @Override
    public Ticket withNextVersion(Ticket ticket) {
      return ticket;
    }

    @Override
    public @Nullable String key(Ticket ticket) {
      return ticket.id();
    }

    @Override
    public void writeKey(String key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table ticket
          column id text generator ulid
          column number bigint generator number
          column opener text created by
          column editor uuid null updated by
          column closed instant null deleted
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "b4e37ed71cbcc110";
    }
  }

  /** Changes components of {@link Ticket} one by one. */
  public static final class Edit {
    private @Nullable String id;
    private @Nullable Long number;
    private String opener;
    private @Nullable UUID editor;
    private @Nullable Instant closed;

    private Edit(Ticket ticket) {
      id = ticket.id();
      number = ticket.number();
      opener = ticket.opener();
      editor = ticket.editor();
      closed = ticket.closed();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable String id) {
      this.id = id;
      return this;
    }

    /** Changes {@code number}. */
    public Edit number(@Nullable Long number) {
      this.number = number;
      return this;
    }

    /** Changes {@code opener}. */
    public Edit opener(String opener) {
      this.opener = opener;
      return this;
    }

    /** Changes {@code editor}. */
    public Edit editor(@Nullable UUID editor) {
      this.editor = editor;
      return this;
    }

    /** Changes {@code closed}. */
    public Edit closed(@Nullable Instant closed) {
      this.closed = closed;
      return this;
    }

    /** {@return the record with the changes} */
    public Ticket done() {
      return new Ticket(id, number, opener, editor, closed);
    }
  }
}
