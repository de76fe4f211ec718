// Generated from demo.Ticket; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code ticket}, whose rows are {@link Ticket}. */
@Generated("orm.processor")
@NullMarked
public final class Ticket_ extends EntityTable<Ticket, Integer> {
  /** The table under its own name. */
  public static final Ticket_ TICKET = new Ticket_(Source.root());

  /** Column {@code number}. */
  public final ComparableColumn<Ticket, Integer> number =
      new ComparableColumn<>(source, "number", Integer.class);

  /** Column {@code place}. */
  public final NumberColumn<Ticket, Long> place = new NumberColumn<>(source, "place", Long.class);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "number, place";

  /** Makes an instance of the table, for a path or an alias. */
  public Ticket_(Source<Ticket> source) {
    super("ticket", source, Mapping.INSTANCE);
  }

  @Override
  public Ticket_ as(String alias) {
    return new Ticket_(source.as(alias));
  }

  /** A copy to be changed: {@code Ticket_.edit(ticket).place(…).done()}. */
  public static Edit edit(Ticket ticket) {
    return new Edit(ticket);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Ticket, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Ticket read(Row row) {
      return new Ticket(row.nextInt(), row.nextLong());
    }

    @Override
    public void write(Ticket ticket, Binder out) {
      out.bind(ticket.number());
      out.bind(ticket.place());
    }

    @Override
    public Ticket beforeInsert(Ticket ticket, Stamp stamp) {
      return ticket;
    }

    @Override
    public Ticket beforeUpdate(Ticket ticket, Stamp stamp) {
      return ticket;
    }

    @Override
    public Ticket withGenerated(Ticket ticket, Row row) {
      return edit(ticket).number(row.nextInt()).place(row.nextLong()).done();
    }

    @Override
    public Ticket withNextVersion(Ticket ticket) {
      return ticket;
    }

    @Override
    public @Nullable Integer key(Ticket ticket) {
      return ticket.number();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table ticket
          column number int sequence ticket_number_seq
          column place bigint sequence places
          primary key (number)
          """;
    }

    @Override
    public String schemaHash() {
      return "b6bfdd114a00aa79";
    }
  }

  /** Changes components of {@link Ticket} one by one. */
  public static final class Edit {
    private @Nullable Integer number;
    private @Nullable Long place;

    private Edit(Ticket ticket) {
      number = ticket.number();
      place = ticket.place();
    }

    /** Changes {@code number}. */
    public Edit number(@Nullable Integer number) {
      this.number = number;
      return this;
    }

    /** Changes {@code place}. */
    public Edit place(@Nullable Long place) {
      this.place = place;
      return this;
    }

    /** {@return the record with the changes} */
    public Ticket done() {
      return new Ticket(number, place);
    }
  }
}
