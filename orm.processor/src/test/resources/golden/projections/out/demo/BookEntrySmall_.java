// Generated from demo.AuthorPage.BookEntrySmall; edit that record instead.
package demo;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Expressions;
import orm.api.expression.Selectable;
import orm.api.model.Shape;
import orm.api.query.Select;
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
      Selectable<String> title, Selectable<List<Tag>> tags) {
    return Selectable.of(
        Mapping.reader(title.reader(), tags.reader()), List.<Selectable<?>>of(title, tags));
  }

  private static Selectable<AuthorPage.BookEntrySmall> shape(Book_ book) {
    Tag_ tags = book.tags();
    return row(book.title, Expressions.many(Select.from(tags)));
  }

  @NullUnmarked
  private static final class Mapping {
    static RowReader<AuthorPage.BookEntrySmall> reader(
        RowReader<String> title, RowReader<List<Tag>> tags) {
      return row -> new AuthorPage.BookEntrySmall(row.nextPart(title), row.nextPart(tags));
    }
  }
}
