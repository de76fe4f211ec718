// Generated from demo.AuthorPage.BookEntrySmall; edit that record instead.
package demo;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Selectable;
import orm.api.model.Shape;
import orm.spi.mapping.RowReader;

/** Makes {@link AuthorPage.BookEntrySmall} of parts. */
@Generated("orm.processor")
@NullMarked
public final class BookEntrySmall_ {
  /** Fetches {@link AuthorPage.BookEntrySmall} for rows of {@link Book}. */
  public static final Shape<Book, AuthorPage.BookEntrySmall> SHAPE =
      Shape.of(Book_.BOOK, BookEntrySmall_::shape);

  private BookEntrySmall_() {}

  /** Makes {@link AuthorPage.BookEntrySmall} of these parts. */
  public static Selectable<AuthorPage.BookEntrySmall> row(
      Selectable<String> title, Selectable<AuthorPage.Name> author) {
    return Selectable.of(
        Mapping.reader(title.reader(), author.reader()), List.<Selectable<?>>of(title, author));
  }

  private static Selectable<AuthorPage.BookEntrySmall> shape(Book_ book) {
    return row(book.title, Name_.SHAPE.at(book.author()));
  }

  @NullUnmarked
  private static final class Mapping {
    static RowReader<AuthorPage.BookEntrySmall> reader(
        RowReader<String> title, RowReader<AuthorPage.Name> author) {
      return row -> new AuthorPage.BookEntrySmall(row.nextPart(title), row.nextPart(author));
    }
  }
}
