// Generated from bookshop.Book; edit that record instead.
package bookshop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.BooleanColumn;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.ListColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.api.model.UniqueKey;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code book}, whose rows are {@link Book}. */
@Generated("orm.processor")
@NullMarked
public final class Book_ extends EntityTable<Book, Long> {
  /** The table under its own name. */
  public static final Book_ BOOK = new Book_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Book, Long> id = new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code isbn}. */
  public final TextColumn<Book> isbn = new TextColumn<>(source, "isbn");

  /** Column {@code title}. */
  public final TextColumn<Book> title = new TextColumn<>(source, "title");

  /** Column {@code published}. */
  public final TimeColumn<Book, LocalDate> published =
      new TimeColumn<>(source, "published", LocalDate.class);

  /** Column {@code price}. */
  public final NumberColumn<Book, BigDecimal> price =
      new NumberColumn<>(source, "price", BigDecimal.class);

  /** Column {@code pages}. */
  public final NumberColumn<Book, Integer> pages =
      new NumberColumn<>(source, "pages", Integer.class);

  /** Column {@code format}. */
  public final Column<Book, Format> format = new Column<>(source, "format", Format.class);

  /** Column {@code author_id}. */
  public final RefColumn<Book, Author, Long> author =
      new RefColumn<>(this, "author", Mapping::authorKey);

  /** Column {@code editor_id}. */
  public final RefColumn<Book, Author, Long> editor =
      new RefColumn<>(this, "editor", Mapping::authorKey);

  /** Column {@code keywords}. */
  public final ListColumn<Book, String> keywords =
      new ListColumn<>(source, "keywords", String.class);

  /** Column {@code in_print}. */
  public final BooleanColumn<Book> inPrint = new BooleanColumn<>(source, "in_print");

  /** Column {@code version}. */
  public final ComparableColumn<Book, Long> version =
      new ComparableColumn<>(source, "version", Long.class);

  /** Finds a row by {@code isbn}. */
  public final UniqueKey<Book, String> byIsbn = new UniqueKey<>(this, isbn);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id, published, pages, editor";

  private @Nullable Author_ authorPath;
  private @Nullable Author_ editorPath;

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
      case "author", "editor" -> Author_.AUTHOR;
      default -> super.target(component);
    };
  }

  /** The row that {@code author} leads to, joined if it is used. */
  public Author_ author() {
    Author_ path = authorPath;
    if (path == null) {
      path = new Author_(author.path());
      authorPath = path;
    }
    return path;
  }

  /** The row that {@code editor} leads to, joined if it is used. */
  public Author_ editor() {
    Author_ path = editorPath;
    if (path == null) {
      path = new Author_(editor.path());
      editorPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Book_.edit(book).isbn(…).done()}. */
  public static Edit edit(Book book) {
    return new Edit(book);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Book, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Book read(Row row) {
      return new Book(
          row.nextLong(),
          row.nextText(),
          row.nextText(),
          row.nextDateOrNull(),
          row.nextDecimal(),
          row.nextIntOrNull(),
          row.nextEnum(Format.class),
          Author_.AUTHOR.ref(row.nextLong()),
          Author_.AUTHOR.refOrNull(row.nextLongOrNull()),
          row.nextList(String.class),
          row.nextBoolean(),
          row.nextLong());
    }

    @Override
    public void write(Book book, Binder out) {
      out.bind(book.id());
      out.bind(book.isbn());
      out.bind(book.title());
      out.bind(book.published());
      out.bind(book.price());
      out.bind(book.pages());
      out.bind(book.format());
      out.bind(Author_.AUTHOR.keyOrNull(book.author()));
      out.bind(Author_.AUTHOR.keyOrNull(book.editor()));
      out.bind(book.keywords());
      out.bind(book.inPrint());
      out.bind(book.version());
    }

    @Override
    public Book beforeInsert(Book book, Stamp stamp) {
      BigDecimal price = Stored.form(book.price(), 2);
      if (price == book.price()) {
        return book;
      }
      return edit(book).price(price).done();
    }

    @Override
    public Book beforeUpdate(Book book, Stamp stamp) {
      return beforeInsert(book, stamp);
    }

    @Override
    public Book withGenerated(Book book, Row row) {
      return edit(book).id(row.nextLong()).done();
    }

    @Override
    public Book withNextVersion(Book book) {
      return edit(book).version(book.version() + 1).done();
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
          column isbn text
          column title text
          column published date null
          column price decimal(12,2)
          column pages int null
          column format enum(HARDCOVER, PAPERBACK, EBOOK)
          column author_id bigint component author
          column editor_id bigint component editor null
          column keywords list(text)
          column in_print boolean
          column version bigint version
          primary key (id)
          unique book_isbn_key (isbn)
          reference author (author_id) -> author (id)
          reference editor (editor_id) -> author (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "1e31ad5484539764";
    }

    static Long authorKey(Row row) {
      return row.nextLongOrNull();
    }
  }

  /** Changes components of {@link Book} one by one. */
  public static final class Edit {
    private @Nullable Long id;
    private String isbn;
    private String title;
    private @Nullable LocalDate published;
    private BigDecimal price;
    private @Nullable Integer pages;
    private Format format;
    private Ref<Author> author;
    private @Nullable Ref<Author> editor;
    private List<String> keywords;
    private boolean inPrint;
    private long version;

    private Edit(Book book) {
      id = book.id();
      isbn = book.isbn();
      title = book.title();
      published = book.published();
      price = book.price();
      pages = book.pages();
      format = book.format();
      author = book.author();
      editor = book.editor();
      keywords = book.keywords();
      inPrint = book.inPrint();
      version = book.version();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable Long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code isbn}. */
    public Edit isbn(String isbn) {
      this.isbn = isbn;
      return this;
    }

    /** Changes {@code title}. */
    public Edit title(String title) {
      this.title = title;
      return this;
    }

    /** Changes {@code published}. */
    public Edit published(@Nullable LocalDate published) {
      this.published = published;
      return this;
    }

    /** Changes {@code price}. */
    public Edit price(BigDecimal price) {
      this.price = price;
      return this;
    }

    /** Changes {@code pages}. */
    public Edit pages(@Nullable Integer pages) {
      this.pages = pages;
      return this;
    }

    /** Changes {@code format}. */
    public Edit format(Format format) {
      this.format = format;
      return this;
    }

    /** Changes {@code author}. */
    public Edit author(Ref<Author> author) {
      this.author = author;
      return this;
    }

    /** Changes {@code editor}. */
    public Edit editor(@Nullable Ref<Author> editor) {
      this.editor = editor;
      return this;
    }

    /** Changes {@code keywords}. */
    public Edit keywords(List<String> keywords) {
      this.keywords = keywords;
      return this;
    }

    /** Changes {@code inPrint}. */
    public Edit inPrint(boolean inPrint) {
      this.inPrint = inPrint;
      return this;
    }

    /** Changes {@code version}. */
    public Edit version(long version) {
      this.version = version;
      return this;
    }

    /** {@return the record with the changes} */
    public Book done() {
      return new Book(
          id,
          isbn,
          title,
          published,
          price,
          pages,
          format,
          author,
          editor,
          keywords,
          inPrint,
          version);
    }
  }
}
