package demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Count;
import orm.api.annotation.Limit;
import orm.api.annotation.Load;
import orm.api.annotation.LoadStrategy;
import orm.api.annotation.OrderBy;
import orm.api.annotation.Path;
import orm.api.annotation.Projection;
import orm.api.model.Ref;

/** Three levels: author, books, reviews and tags. */
@Projection(Author.class)
public record AuthorPage(
    Author author,
    Place home,
    @Limit(3) @OrderBy("published desc, id") List<BookEntry> books,
    @Path("edited.title") @OrderBy("author.name") List<String> edited,
    @Path("edited.author") List<Author> served,
    @Path("books.author") @Load(LoadStrategy.JOIN) List<Name> names,
    @Count("edited") long editedCount) {

  /** One book of the author. */
  @Projection(Book.class)
  public record BookEntry(
      String title,
      @Nullable Integer pages,
      Ref<Author> author,
      @Path("editor") @Nullable Ref<Author> editorRef,
      Optional<Name> editor,
      @Path("editor") @Nullable Author wholeEditor,
      @Nullable BookEntrySmall sequelOf,
      BookCard card,
      List<Tag> tags,
      @Path("tags.name") @OrderBy("name") List<String> tagNames,
      List<Book> sequels,
      @OrderBy("at desc, stars") List<ReviewEntry> reviews) {}

  /** Another projection of a book. */
  @Projection(Book.class)
  public record BookEntrySmall(String title, Name author) {}

  /** One review of the book: the link to its critic, with columns of its own. */
  @Projection(Review.class)
  record ReviewEntry(int stars, @Nullable String text, Instant at, Name critic) {}

  /** A name. */
  @Projection(Author.class)
  record Name(@Path("name") String text) {}
}
