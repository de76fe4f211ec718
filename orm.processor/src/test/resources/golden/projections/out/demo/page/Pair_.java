// Generated from demo.page.Pair; edit that record instead.
package demo.page;

import demo.Author;
import demo.BookCard;
import demo.Place;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Expressions;
import orm.api.expression.Selectable;
import orm.spi.mapping.RowReader;

/** Makes {@link Pair} of parts. */
@Generated("orm.processor")
@NullMarked
final class Pair_ {
  private Pair_() {}

  /** Makes {@link Pair} of these parts. */
  public static Selectable<Pair> row(
      Selectable<Author> row,
      Selectable<Author> other,
      Selectable<BookCard> card,
      Selectable<Place> place,
      Selectable<List<BookCard>> cards,
      Selectable<Integer> number) {
    Selectable<Optional<Author>> otherOrAbsent = Expressions.optional(other);
    Selectable<Optional<BookCard>> cardOrAbsent = Expressions.optional(card);
    return Selectable.of(
        Mapping.reader(
            row.reader(),
            otherOrAbsent.reader(),
            cardOrAbsent.reader(),
            place.reader(),
            cards.reader(),
            number.reader()),
        List.<Selectable<?>>of(row, otherOrAbsent, cardOrAbsent, place, cards, number));
  }

  @NullUnmarked
  private static final class Mapping {
    static RowReader<Pair> reader(
        RowReader<Author> row,
        RowReader<Optional<Author>> other,
        RowReader<Optional<BookCard>> card,
        RowReader<Place> place,
        RowReader<List<BookCard>> cards,
        RowReader<Integer> number) {
      return from ->
          new Pair(
              from.nextPart(row),
              from.nextPart(other).orElse(null),
              from.nextPart(card),
              from.nextPart(place),
              from.nextPart(cards),
              from.nextPart(number));
    }
  }
}
