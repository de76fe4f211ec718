// Generated from demo.Book; edit that record instead.
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

/** Table {@code book}, whose rows are {@link Book}. */
@Generated("orm.processor")
@NullMarked
public final class Book_ extends EntityTable<Book, Long> {
  /** The table under its own name. */
  public static final Book_ BOOK = new Book_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Book, Long> id = new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code title}. */
  public final TextColumn<Book> title = new TextColumn<>(source, "title");

  /** Link table {@code book_label}. */
  public final Link<Book, Tag> tags =
      new Link<>(
          this,
          "tags",
          new Source.LinkTable("book_label", List.of("book_id"), List.of("label_code")));

  /** Link table {@code book_shelf}. */
  public final Link<Book, Shelf> shelves =
      new Link<>(
          this,
          "shelves",
          new Source.LinkTable(
              "book_shelf", List.of("book_id"), List.of("shelf_room", "shelf_place")));

  /** Link table {@code reserved}. */
  public final Link<Book, Shelf> heldAt =
      new Link<>(
          this,
          "heldAt",
          new Source.LinkTable("reserved", List.of("volume"), List.of("room", "place")));

  /** Link table {@code similar}. */
  public final Link<Book, Book> similarBooks =
      new Link<>(
          this,
          "similarBooks",
          new Source.LinkTable("similar", List.of("book_id"), List.of("similar_books_id")));

  /** Link table {@code book_medium}. */
  public final Link<Book, Medium> media =
      new Link<>(
          this,
          "media",
          new Source.LinkTable("book_medium", List.of("book_id"), List.of("medium_id")));

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id";

  private @Nullable Tag_ tagsPath;
  private @Nullable Shelf_ shelvesPath;
  private @Nullable Shelf_ heldAtPath;
  private @Nullable Book_ similarBooksPath;
  private @Nullable Medium_ mediaPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Book_(Source<Book> source) {
    super("book", source, Mapping.INSTANCE);
  }

  @Override
  public Book_ as(String alias) {
    return new Book_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "tags" -> Tag_.TAG;
      case "shelves", "heldAt" -> Shelf_.SHELF;
      case "similarBooks" -> Book_.BOOK;
      case "media" -> Medium_.MEDIUM;
      default -> super.target(component);
    };
  }

  /**
   * The rows that link table {@code book_label} ties to this one: join them, nest them, or ask
   * {@code exists}.
   */
  public Tag_ tags() {
    Tag_ path = tagsPath;
    if (path == null) {
      path = new Tag_(tags.path());
      tagsPath = path;
    }
    return path;
  }

  /**
   * The rows that link table {@code book_shelf} ties to this one: join them, nest them, or ask
   * {@code exists}.
   */
  public Shelf_ shelves() {
    Shelf_ path = shelvesPath;
    if (path == null) {
      path = new Shelf_(shelves.path());
      shelvesPath = path;
    }
    return path;
  }

  /**
   * The rows that link table {@code reserved} ties to this one: join them, nest them, or ask {@code
   * exists}.
   */
  public Shelf_ heldAt() {
    Shelf_ path = heldAtPath;
    if (path == null) {
      path = new Shelf_(heldAt.path());
      heldAtPath = path;
    }
    return path;
  }

  /**
   * The rows that link table {@code similar} ties to this one: join them, nest them, or ask {@code
   * exists}.
   */
  public Book_ similarBooks() {
    Book_ path = similarBooksPath;
    if (path == null) {
      path = new Book_(similarBooks.path());
      similarBooksPath = path;
    }
    return path;
  }

  /**
   * The rows that link table {@code book_medium} ties to this one: join them, nest them, or ask
   * {@code exists}.
   */
  public Medium_ media() {
    Medium_ path = mediaPath;
    if (path == null) {
      path = new Medium_(media.path());
      mediaPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Book_.edit(book).title(…).done()}. */
  public static Edit edit(Book book) {
    return new Edit(book);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Book, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Book read(Row row) {
      return new Book(row.nextLong(), row.nextText());
    }

    @Override
    public void write(Book book, Binder out) {
      out.bind(book.id());
      out.bind(book.title());
    }

    @Override
    public Book beforeInsert(Book book, Stamp stamp) {
      return book;
    }

    @Override
    public Book beforeUpdate(Book book, Stamp stamp) {
      return book;
    }

    @Override
    public Book withGenerated(Book book, Row row) {
      return edit(book).id(row.nextLong()).done();
    }

    @Override
    public Book withNextVersion(Book book) {
      return book;
    }

    @Override
    public @Nullable Long key(Book book) {
      return book.id();
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table book
          column id bigint identity
          column title text
          primary key (id)
          link tags book_label (book_id bigint) -> book (id), (label_code text(20)) -> label (code)
          link shelves book_shelf (book_id bigint) -> book (id), (shelf_room text, shelf_place \
          int) -> shelf (room, place)
          link heldAt reserved (volume bigint) -> book (id), (room text, place int) -> shelf \
          (room, place)
          link similarBooks similar (book_id bigint) -> book (id), (similar_books_id bigint) -> \
          book (id)
          link media book_medium (book_id bigint) -> book (id), (medium_id int) -> medium (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "9606adb9ef090b14";
    }
  }

  /** Changes components of {@link Book} one by one. */
  public static final class Edit {
    private @Nullable Long id;
    private String title;

    private Edit(Book book) {
      id = book.id();
      title = book.title();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable Long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code title}. */
    public Edit title(String title) {
      this.title = title;
      return this;
    }

    /** {@return the record with the changes} */
    public Book done() {
      return new Book(id, title);
    }
  }
}
