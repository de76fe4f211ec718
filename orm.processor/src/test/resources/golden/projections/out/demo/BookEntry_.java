// Generated from demo.AuthorPage.BookEntry; edit that record instead.
package demo;

import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Expressions;
import orm.api.expression.Selectable;
import orm.api.model.Ref;
import orm.api.model.Shape;
import orm.api.query.Select;
import orm.spi.mapping.RowReader;

/** Makes {@link AuthorPage.BookEntry} of parts. */
@Generated("orm.processor")
@NullMarked
public final class BookEntry_ {
  /** Fetches {@link AuthorPage.BookEntry} for rows of {@link Book}. */
  public static final Shape<Book, AuthorPage.BookEntry> SHAPE =
      Shape.of(Book_.BOOK, BookEntry_::shape);

  private BookEntry_() {}

  /** Makes {@link AuthorPage.BookEntry} of these parts. */
  public static Selectable<AuthorPage.BookEntry> row(
      Selectable<String> title,
      Selectable<Integer> pages,
      Selectable<Ref<Author>> author,
      Selectable<Ref<Author>> editorRef,
      Selectable<AuthorPage.Name> editor,
      Selectable<Author> wholeEditor,
      Selectable<AuthorPage.BookEntrySmall> sequelOf,
      Selectable<BookCard> card,
      Selectable<List<Tag>> tags,
      Selectable<List<String>> tagNames,
      Selectable<List<Book>> sequels,
      Selectable<List<AuthorPage.ReviewEntry>> reviews) {
    Selectable<Optional<AuthorPage.Name>> editorOrAbsent = Expressions.optional(editor);
    Selectable<Optional<Author>> wholeEditorOrAbsent = Expressions.optional(wholeEditor);
    Selectable<Optional<AuthorPage.BookEntrySmall>> sequelOfOrAbsent =
        Expressions.optional(sequelOf);
    return Selectable.of(
        Mapping.reader(
            title.reader(),
            pages.reader(),
            author.reader(),
            editorRef.reader(),
            editorOrAbsent.reader(),
            wholeEditorOrAbsent.reader(),
            sequelOfOrAbsent.reader(),
            card.reader(),
            tags.reader(),
            tagNames.reader(),
            sequels.reader(),
            reviews.reader()),
        List.<Selectable<?>>of(
            title,
            pages,
            author,
            editorRef,
            editorOrAbsent,
            wholeEditorOrAbsent,
            sequelOfOrAbsent,
            card,
            tags,
            tagNames,
            sequels,
            reviews));
  }

  private static Selectable<AuthorPage.BookEntry> shape(Book_ book) {
    Tag_ tags = book.tags();
    Tag_ tagNames = book.tags();
    Book_ sequels = book.sequels();
    Review_ reviews = book.reviews();
    return row(
        book.title,
        book.pages,
        book.author,
        book.editor,
        Name_.SHAPE.at(book.editor()),
        book.editor(),
        BookEntrySmall_.SHAPE.at(book.sequelOf()),
        BookCard_.SHAPE.at(book),
        Expressions.many(Select.from(tags)),
        Expressions.many(Select.from(tagNames).orderBy(tagNames.name.asc()).select(tagNames.name)),
        Expressions.many(Select.from(sequels)),
        Expressions.many(
            Select.from(reviews)
                .orderBy(reviews.at.desc(), reviews.stars.asc())
                .select(ReviewEntry_.SHAPE)));
  }

  @NullUnmarked
  private static final class Mapping {
    static RowReader<AuthorPage.BookEntry> reader(
        RowReader<String> title,
        RowReader<Integer> pages,
        RowReader<Ref<Author>> author,
        RowReader<Ref<Author>> editorRef,
        RowReader<Optional<AuthorPage.Name>> editor,
        RowReader<Optional<Author>> wholeEditor,
        RowReader<Optional<AuthorPage.BookEntrySmall>> sequelOf,
        RowReader<BookCard> card,
        RowReader<List<Tag>> tags,
        RowReader<List<String>> tagNames,
        RowReader<List<Book>> sequels,
        RowReader<List<AuthorPage.ReviewEntry>> reviews) {
      return row ->
          new AuthorPage.BookEntry(
              row.nextPart(title),
              row.nextPart(pages),
              row.nextPart(author),
              row.nextPart(editorRef),
              row.nextPart(editor),
              row.nextPart(wholeEditor).orElse(null),
              row.nextPart(sequelOf).orElse(null),
              row.nextPart(card),
              row.nextPart(tags),
              row.nextPart(tagNames),
              row.nextPart(sequels),
              row.nextPart(reviews));
    }
  }
}
