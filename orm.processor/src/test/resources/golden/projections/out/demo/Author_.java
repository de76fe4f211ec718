// Generated from demo.Author; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code author}, whose rows are {@link Author}. */
@Generated("orm.processor")
@NullMarked
public final class Author_ extends EntityTable<Author, Long> {
  /** The table under its own name. */
  public static final Author_ AUTHOR = new Author_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Author, Long> id = new ComparableColumn<>(source, "id", Long.class);

  /** Column {@code name}. */
  public final TextColumn<Author> name = new TextColumn<>(source, "name");

  /** The columns of {@code home}. */
  public final Place_<Author> home = new Place_<>(source, "home_");

  /** Column {@code country}. */
  public final TextColumn<Author> country = new TextColumn<>(source, "country");

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "id, country";

  private @Nullable Book_ booksPath;
  private @Nullable Book_ editedPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Author_(Source<Author> source) {
    super("author", source, Mapping.INSTANCE);
  }

  @Override
  public Author_ as(String alias) {
    return new Author_(source.as(alias));
  }

  /** The rows whose {@code author} leads here: join them, nest them, or ask {@code exists}. */
  public Book_ books() {
    Book_ path = booksPath;
    if (path == null) {
      path = new Book_(source.inverse("author"));
      booksPath = path;
    }
    return path;
  }

  /** The rows whose {@code editor} leads here: join them, nest them, or ask {@code exists}. */
  public Book_ edited() {
    Book_ path = editedPath;
    if (path == null) {
      path = new Book_(source.inverse("editor"));
      editedPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Author_.edit(author).name(…).done()}. */
  public static Edit edit(Author author) {
    return new Edit(author);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Author, Long> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Author read(Row row) {
      return new Author(row.nextLong(), row.nextText(), Place_.read(row), row.nextTextOrNull());
    }

    @Override
    public void write(Author author, Binder out) {
      out.bind(author.id());
      out.bind(author.name());
      Place_.write(author.home(), out);
      out.bind(author.country());
    }

    @Override
    public Author beforeInsert(Author author, Stamp stamp) {
      return author;
    }

    @Override
    public Author beforeUpdate(Author author, Stamp stamp) {
      return author;
    }

    @Override
    public Author withGenerated(Author author, Row row) {
      return edit(author).id(row.nextLong()).done();
    }

    @Override
    public Author withNextVersion(Author author) {
      return author;
    }

    @Override
    public @Nullable Long key(Author author) {
      return author.id();
    }

    @Override
    public void writeKey(Long key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table author
          column id bigint identity
          column name text
          column home_city text component home.city
          column home_number int component home.number
          column country text null
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "422ed7e7763118d7";
    }
  }

  /** Changes components of {@link Author} one by one. */
  public static final class Edit {
    private @Nullable Long id;
    private String name;
    private Place home;
    private @Nullable String country;

    private Edit(Author author) {
      id = author.id();
      name = author.name();
      home = author.home();
      country = author.country();
    }

    /** Changes {@code id}. */
    public Edit id(@Nullable Long id) {
      this.id = id;
      return this;
    }

    /** Changes {@code name}. */
    public Edit name(String name) {
      this.name = name;
      return this;
    }

    /** Changes {@code home}. */
    public Edit home(Place home) {
      this.home = home;
      return this;
    }

    /** Changes {@code country}. */
    public Edit country(@Nullable String country) {
      this.country = country;
      return this;
    }

    /** {@return the record with the changes} */
    public Author done() {
      return new Author(id, name, home, country);
    }
  }
}
