// Generated from demo.Tag; edit that record instead.
package demo;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.api.model.Link;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code tag}, whose rows are {@link Tag}. */
@Generated("orm.processor")
@NullMarked
public final class Tag_ extends EntityTable<Tag, String> {
  /** The table under its own name. */
  public static final Tag_ TAG = new Tag_(Source.root());

  /** Column {@code name}. */
  public final TextColumn<Tag> name = new TextColumn<>(source, "name");

  /** Link table {@code book_tag}. */
  public final Link<Tag, Book> books =
      new Link<>(
          this, "books", new Source.LinkTable("book_tag", List.of("tag_name"), List.of("book_id")));

  private @Nullable Book_ booksPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Tag_(Source<Tag> source) {
    super("tag", source, Mapping.INSTANCE);
  }

  @Override
  public Tag_ as(String alias) {
    return new Tag_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "books" -> Book_.BOOK;
      default -> super.target(component);
    };
  }

  /**
   * The rows that link table {@code book_tag} ties to this one: join them, nest them, or ask {@code
   * exists}.
   */
  public Book_ books() {
    Book_ path = booksPath;
    if (path == null) {
      path = new Book_(books.path());
      booksPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Tag_.edit(tag).name(…).done()}. */
  public static Edit edit(Tag tag) {
    return new Edit(tag);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Tag, String> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Tag read(Row row) {
      return new Tag(row.nextText());
    }

    @Override
    public void write(Tag tag, Binder out) {
      out.bind(tag.name());
    }

    @Override
    public Tag beforeInsert(Tag tag, Stamp stamp) {
      return tag;
    }

    @Override
    public Tag beforeUpdate(Tag tag, Stamp stamp) {
      return tag;
    }

    @Override
    public Tag withGenerated(Tag tag, Row row) {
      return tag;
    }

    @Override
    public Tag withNextVersion(Tag tag) {
      return tag;
    }

    @Override
    public String key(Tag tag) {
      return tag.name();
    }

    @Override
    public void writeKey(String key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table tag
          column name text
          primary key (name)
          """;
    }

    @Override
    public String schemaHash() {
      return "428d082fe2cc6fbe";
    }
  }

  /** Changes components of {@link Tag} one by one. */
  public static final class Edit {
    private String name;

    private Edit(Tag tag) {
      name = tag.name();
    }

    /** Changes {@code name}. */
    public Edit name(String name) {
      this.name = name;
      return this;
    }

    /** {@return the record with the changes} */
    public Tag done() {
      return new Tag(name);
    }
  }
}
