// Generated from demo.Review; edit that record instead.
package demo;

import java.time.Instant;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/** Table {@code review}, whose rows are {@link Review}. */
@Generated("orm.processor")
@NullMarked
public final class Review_ extends EntityTable<Review, Review_.Key> {
  /** The table under its own name. */
  public static final Review_ REVIEW = new Review_(Source.root());

  /** Column {@code book_id}. */
  public final RefColumn<Review, Book, Long> book = new RefColumn<>(this, "book", Mapping::bookKey);

  /** Column {@code critic_id}. */
  public final RefColumn<Review, Author, Long> critic =
      new RefColumn<>(this, "critic", Mapping::authorKey);

  /** Column {@code stars}. */
  public final NumberColumn<Review, Integer> stars =
      new NumberColumn<>(source, "stars", Integer.class);

  /** Column {@code text}. */
  public final TextColumn<Review> text = new TextColumn<>(source, "text");

  /** Column {@code at}. */
  public final TimeColumn<Review, Instant> at = new TimeColumn<>(source, "at", Instant.class);

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "text";

  private @Nullable Book_ bookPath;
  private @Nullable Author_ criticPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Review_(Source<Review> source) {
    super("review", source, Mapping.INSTANCE);
  }

  @Override
  public Review_ as(String alias) {
    return new Review_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "book" -> Book_.BOOK;
      case "critic" -> Author_.AUTHOR;
      default -> super.target(component);
    };
  }

  /** The row that {@code book} leads to, joined if it is used. */
  public Book_ book() {
    Book_ path = bookPath;
    if (path == null) {
      path = new Book_(book.path());
      bookPath = path;
    }
    return path;
  }

  /** The row that {@code critic} leads to, joined if it is used. */
  public Author_ critic() {
    Author_ path = criticPath;
    if (path == null) {
      path = new Author_(critic.path());
      criticPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Review_.edit(review).critic(…).done()}. */
  public static Edit edit(Review review) {
    return new Edit(review);
  }

  /** The key of {@link Review}: the raw values of its components. */
  public record Key(long book, long critic) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Review, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Review read(Row row) {
      return new Review(
          Book_.BOOK.ref(row.nextLong()),
          Author_.AUTHOR.ref(row.nextLong()),
          row.nextInt(),
          row.nextTextOrNull(),
          row.nextInstant());
    }

    @Override
    public void write(Review review, Binder out) {
      out.bind(Book_.BOOK.keyOrNull(review.book()));
      out.bind(Author_.AUTHOR.keyOrNull(review.critic()));
      out.bind(review.stars());
      out.bind(review.text());
      out.bind(review.at());
    }

    @Override
    public Review beforeInsert(Review review, Stamp stamp) {
      Instant at = Stored.form(review.at());
      if (at == review.at()) {
        return review;
      }
      return edit(review).at(at).done();
    }

    @Override
    public Review beforeUpdate(Review review, Stamp stamp) {
      return beforeInsert(review, stamp);
    }

    @Override
    public Review withGenerated(Review review, Row row) {
      return review;
    }

    @Override
    public Review withNextVersion(Review review) {
      return review;
    }

    @Override
    public Key key(Review review) {
      return new Key(Book_.BOOK.key(review.book()), Author_.AUTHOR.key(review.critic()));
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out.bind(key.book()).bind(key.critic());
    }

    @Override
    public String schema() {
      return """
          table review
          column book_id bigint component book
          column critic_id bigint component critic
          column stars int
          column text text null
          column at instant
          primary key (book_id, critic_id)
          reference book (book_id) -> book (id)
          reference critic (critic_id) -> author (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "187424406ef09297";
    }

    static Long bookKey(Row row) {
      return row.nextLongOrNull();
    }

    static Long authorKey(Row row) {
      return row.nextLongOrNull();
    }
  }

  /** Changes components of {@link Review} one by one. */
  public static final class Edit {
    private Ref<Book> book;
    private Ref<Author> critic;
    private int stars;
    private @Nullable String text;
    private Instant at;

    private Edit(Review review) {
      book = review.book();
      critic = review.critic();
      stars = review.stars();
      text = review.text();
      at = review.at();
    }

    /** Changes {@code book}. */
    public Edit book(Ref<Book> book) {
      this.book = book;
      return this;
    }

    /** Changes {@code critic}. */
    public Edit critic(Ref<Author> critic) {
      this.critic = critic;
      return this;
    }

    /** Changes {@code stars}. */
    public Edit stars(int stars) {
      this.stars = stars;
      return this;
    }

    /** Changes {@code text}. */
    public Edit text(@Nullable String text) {
      this.text = text;
      return this;
    }

    /** Changes {@code at}. */
    public Edit at(Instant at) {
      this.at = at;
      return this;
    }

    /** {@return the record with the changes} */
    public Review done() {
      return new Review(book, critic, stars, text, at);
    }
  }
}
