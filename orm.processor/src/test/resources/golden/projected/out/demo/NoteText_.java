// Generated from demo.PaymentCard.NoteText; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Selectable;
import orm.api.model.Shape;
import orm.spi.mapping.RowReader;

/** Makes {@link PaymentCard.NoteText} of parts. */
@Generated("orm.processor")
@NullMarked
public final class NoteText_ {
  /** Fetches {@link PaymentCard.NoteText} for rows of {@link Note}. */
  public static final Shape<Note, PaymentCard.NoteText> SHAPE =
      Shape.of(Note_.NOTE, NoteText_::shape);

  private NoteText_() {}

  /** Makes {@link PaymentCard.NoteText} of these parts. */
  public static Selectable<PaymentCard.NoteText> row(
      Selectable<Integer> line,
      Selectable<Colour> colour,
      Selectable<BigDecimal> amount,
      Selectable<Long> payment,
      Selectable<String> place,
      Selectable<Integer> first,
      Selectable<Integer> answered,
      Selectable<Origin> origin,
      Selectable<Map<String, Point>> points,
      Selectable<List<Point>> more,
      Selectable<List<Integer>> marks) {
    return Selectable.of(
        Mapping.reader(
            line.reader(),
            colour.reader(),
            amount.reader(),
            payment.reader(),
            place.reader(),
            first.reader(),
            answered.reader(),
            origin.reader(),
            points.reader(),
            more.reader(),
            marks.reader()),
        List.<Selectable<?>>of(
            line, colour, amount, payment, place, first, answered, origin, points, more, marks));
  }

  private static Selectable<PaymentCard.NoteText> shape(Note_ note) {
    return row(
        note.line,
        note.colour,
        note.payment().amount,
        note.payment().id,
        note.origin.place,
        note.origin.first().line,
        note.answers().answers().line,
        note.origin,
        note.points,
        note.more,
        note.marks);
  }

  @NullUnmarked
  private static final class Mapping {
    static RowReader<PaymentCard.NoteText> reader(
        RowReader<Integer> line,
        RowReader<Colour> colour,
        RowReader<BigDecimal> amount,
        RowReader<Long> payment,
        RowReader<String> place,
        RowReader<Integer> first,
        RowReader<Integer> answered,
        RowReader<Origin> origin,
        RowReader<Map<String, Point>> points,
        RowReader<List<Point>> more,
        RowReader<List<Integer>> marks) {
      return row ->
          new PaymentCard.NoteText(
              row.nextPart(line),
              row.nextPart(colour),
              row.nextPart(amount),
              row.nextPart(payment),
              row.nextPart(place),
              row.nextPart(first),
              Optional.ofNullable(row.nextPart(answered)),
              row.nextPart(origin),
              row.nextPart(points),
              row.nextPart(more),
              Optional.ofNullable(intArray(row.nextPart(marks))));
    }

    static int[] intArray(List<Integer> list) {
      if (list == null) {
        return null;
      }
      int[] array = new int[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }
  }
}
