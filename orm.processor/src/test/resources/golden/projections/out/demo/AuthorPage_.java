// Generated from demo.AuthorPage; edit that record instead.
package demo;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.annotation.LoadStrategy;
import orm.api.expression.Expressions;
import orm.api.expression.Selectable;
import orm.api.model.Shape;
import orm.api.query.Select;
import orm.spi.mapping.RowReader;

/** Makes {@link AuthorPage} of parts. */
@Generated("orm.processor")
@NullMarked
public final class AuthorPage_ {
  /** Fetches {@link AuthorPage} for rows of {@link Author}. */
  public static final Shape<Author, AuthorPage> SHAPE =
      Shape.of(Author_.AUTHOR, AuthorPage_::shape);

  private AuthorPage_() {}

  /** Makes {@link AuthorPage} of these parts. */
  public static Selectable<AuthorPage> row(
      Selectable<Author> author,
      Selectable<Place> home,
      Selectable<List<AuthorPage.BookEntry>> books,
      Selectable<List<String>> edited,
      Selectable<List<Author>> served,
      Selectable<List<AuthorPage.Name>> names,
      Selectable<Long> editedCount) {
    return Selectable.of(
        Mapping.reader(
            author.reader(),
            home.reader(),
            books.reader(),
            edited.reader(),
            served.reader(),
            names.reader(),
            editedCount.reader()),
        List.<Selectable<?>>of(author, home, books, edited, served, names, editedCount));
  }

  private static Selectable<AuthorPage> shape(Author_ value) {
    Book_ books = value.books();
    Book_ edited = value.edited();
    Book_ served = value.edited();
    Book_ names = value.books();
    return row(
        value,
        value.home,
        Expressions.many(
            Select.from(books)
                .orderBy(books.published.desc(), books.id.asc())
                .limit(3)
                .select(BookEntry_.SHAPE)),
        Expressions.many(
            Select.from(edited).orderBy(edited.author().name.asc()).select(edited.title)),
        Expressions.many(Select.from(served).select(served.author())),
        Expressions.many(
            Select.from(names).select(Name_.SHAPE.at(names.author())), LoadStrategy.JOIN),
        Expressions.scalarNumber(Select.from(value.edited()).select(Expressions.count())));
  }

  @NullUnmarked
  private static final class Mapping {
    static RowReader<AuthorPage> reader(
        RowReader<Author> author,
        RowReader<Place> home,
        RowReader<List<AuthorPage.BookEntry>> books,
        RowReader<List<String>> edited,
        RowReader<List<Author>> served,
        RowReader<List<AuthorPage.Name>> names,
        RowReader<Long> editedCount) {
      return row ->
          new AuthorPage(
              row.nextPart(author),
              row.nextPart(home),
              row.nextPart(books),
              row.nextPart(edited),
              row.nextPart(served),
              row.nextPart(names),
              row.nextPart(editedCount));
    }
  }
}
