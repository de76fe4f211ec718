// Generated from demo.Shelf; edit that record instead.
package demo;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.api.model.Link;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code shelf}, whose rows are {@link Shelf}. */
@Generated("orm.processor")
@NullMarked
public final class Shelf_ extends EntityTable<Shelf, Shelf_.Key> {
  /** The table under its own name. */
  public static final Shelf_ SHELF = new Shelf_(Source.root());

  /** Column {@code room}. */
  public final TextColumn<Shelf> room = new TextColumn<>(source, "room");

  /** Column {@code place}. */
  public final ComparableColumn<Shelf, Integer> place =
      new ComparableColumn<>(source, "place", Integer.class);

  /** Link table {@code book_shelf}. */
  public final Link<Shelf, Book> books =
      new Link<>(
          this,
          "books",
          new Source.LinkTable(
              "book_shelf", List.of("shelf_room", "shelf_place"), List.of("book_id")));

  /** Link table {@code reserved}. */
  public final Link<Shelf, Book> reserved =
      new Link<>(
          this,
          "reserved",
          new Source.LinkTable("reserved", List.of("room", "place"), List.of("volume")));

  private @Nullable Book_ booksPath;
  private @Nullable Book_ reservedPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Shelf_(Source<Shelf> source) {
    super("shelf", source, Mapping.INSTANCE);
  }

  @Override
  public Shelf_ as(String alias) {
    return new Shelf_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "books", "reserved" -> Book_.BOOK;
      default -> super.target(component);
    };
  }

  /**
   * The rows that link table {@code book_shelf} ties to this one: join them, nest them, or ask
   * {@code exists}.
   */
  public Book_ books() {
    Book_ path = booksPath;
    if (path == null) {
      path = new Book_(books.path());
      booksPath = path;
    }
    return path;
  }

  /**
   * The rows that link table {@code reserved} ties to this one: join them, nest them, or ask {@code
   * exists}.
   */
  public Book_ reserved() {
    Book_ path = reservedPath;
    if (path == null) {
      path = new Book_(reserved.path());
      reservedPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Shelf_.edit(shelf).place(…).done()}. */
  public static Edit edit(Shelf shelf) {
    return new Edit(shelf);
  }

  /** The key of {@link Shelf}: the raw values of its components. */
  public record Key(String room, int place) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Shelf, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Shelf read(Row row) {
      return new Shelf(row.nextText(), row.nextInt());
    }

    @Override
    public void write(Shelf shelf, Binder out) {
      out.bind(shelf.room());
      out.bind(shelf.place());
    }

    @Override
    public Shelf beforeInsert(Shelf shelf, Stamp stamp) {
      return shelf;
    }

    @Override
    public Shelf beforeUpdate(Shelf shelf, Stamp stamp) {
      return shelf;
    }

    @Override
    public Shelf withGenerated(Shelf shelf, Row row) {
      return shelf;
    }

    @Override
    public Shelf withNextVersion(Shelf shelf) {
      return shelf;
    }

    @Override
    public Key key(Shelf shelf) {
      return new Key(shelf.room(), shelf.place());
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out.bind(key.room()).bind(key.place());
    }

    @Override
    public String schema() {
      return """
          table shelf
          column room text
          column place int
          primary key (room, place)
          """;
    }

    @Override
    public String schemaHash() {
      return "4bfe538178ac14b5";
    }
  }

  /** Changes components of {@link Shelf} one by one. */
  public static final class Edit {
    private String room;
    private int place;

    private Edit(Shelf shelf) {
      room = shelf.room();
      place = shelf.place();
    }

    /** Changes {@code room}. */
    public Edit room(String room) {
      this.room = room;
      return this;
    }

    /** Changes {@code place}. */
    public Edit place(int place) {
      this.place = place;
      return this;
    }

    /** {@return the record with the changes} */
    public Shelf done() {
      return new Shelf(room, place);
    }
  }
}
