// Generated from demo.BookCard; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Column;
import orm.api.expression.Expressions;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.expression.TimeColumn;
import orm.api.model.Shape;
import orm.api.model.Table;
import orm.api.query.Select;
import orm.spi.mapping.Row;

/** Rows of {@link BookCard}. */
@Generated("orm.processor")
@NullMarked
public final class BookCard_ extends Table<BookCard> {
  /** Fetches {@link BookCard} for rows of {@link Book}. */
  public static final Shape<Book, BookCard> SHAPE = Shape.of(Book_.BOOK, BookCard_::shape);

  /** Column {@code id}. */
  public final NumberColumn<BookCard, Long> id = new NumberColumn<>(source, "id", Long.class);

  /** Column {@code title}. */
  public final TextColumn<BookCard> title = new TextColumn<>(source, "title");

  /** Column {@code author}. */
  public final TextColumn<BookCard> author = new TextColumn<>(source, "author");

  /** Column {@code city}. */
  public final TextColumn<BookCard> city = new TextColumn<>(source, "city");

  /** Column {@code editor}. */
  public final TextColumn<BookCard> editor = new TextColumn<>(source, "editor");

  /** Column {@code edited_in}. */
  public final TextColumn<BookCard> editedIn = new TextColumn<>(source, "edited_in");

  /** Column {@code first}. */
  public final TextColumn<BookCard> first = new TextColumn<>(source, "first");

  /** Column {@code published}. */
  public final TimeColumn<BookCard, LocalDate> published =
      new TimeColumn<>(source, "published", LocalDate.class);

  /** Column {@code price}. */
  public final NumberColumn<BookCard, BigDecimal> price =
      new NumberColumn<>(source, "price", BigDecimal.class);

  /** Column {@code pages}. */
  public final NumberColumn<BookCard, Integer> pages =
      new NumberColumn<>(source, "pages", Integer.class);

  /** Column {@code format}. */
  public final Column<BookCard, Format> format = new Column<>(source, "format", Format.class);

  /** Column {@code reviews}. */
  public final NumberColumn<BookCard, Long> reviews =
      new NumberColumn<>(source, "reviews", Long.class);

  /** Column {@code same_author}. */
  public final NumberColumn<BookCard, Long> sameAuthor =
      new NumberColumn<>(source, "same_author", Long.class);

  /** Makes the rows of a query, for {@code asTable} and the like. */
  public BookCard_(Source<BookCard> source) {
    super(
        "book_card",
        source,
        Mapping::read,
        List.of(
            "id",
            "title",
            "author",
            "city",
            "editor",
            "edited_in",
            "first",
            "published",
            "price",
            "pages",
            "format",
            "reviews",
            "same_author"));
  }

  /** Makes {@link BookCard} of these parts. */
  public static Selectable<BookCard> row(
      Selectable<Long> id,
      Selectable<String> title,
      Selectable<String> author,
      Selectable<String> city,
      Selectable<String> editor,
      Selectable<String> editedIn,
      Selectable<String> first,
      Selectable<LocalDate> published,
      Selectable<BigDecimal> price,
      Selectable<Integer> pages,
      Selectable<Format> format,
      Selectable<Long> reviews,
      Selectable<Long> sameAuthor) {
    return Selectable.of(
        Mapping::read,
        List.<Selectable<?>>of(
            id,
            title,
            author,
            city,
            editor,
            editedIn,
            first,
            published,
            price,
            pages,
            format,
            reviews,
            sameAuthor));
  }

  private static Selectable<BookCard> shape(Book_ book) {
    return row(
        book.id,
        book.title,
        book.author().name,
        book.author().home.city,
        book.editor().name,
        book.editor().country,
        book.sequelOf().sequelOf().title,
        book.published,
        book.price,
        book.pages,
        book.format,
        Expressions.scalarNumber(Select.from(book.reviews()).select(Expressions.count())),
        Expressions.scalarNumber(Select.from(book.author().books()).select(Expressions.count())));
  }

  @NullUnmarked
  private static final class Mapping {
    static BookCard read(Row row) {
      return new BookCard(
          row.nextLong(),
          row.nextText(),
          row.nextText(),
          row.nextText(),
          row.nextTextOrNull(),
          Optional.ofNullable(row.nextTextOrNull()),
          row.nextTextOrNull(),
          Optional.ofNullable(row.nextDateOrNull()),
          row.nextDecimal(),
          row.nextIntOrNull(),
          row.nextEnum(Format.class),
          row.nextLong(),
          row.nextLong());
    }
  }
}
