// Generated from demo.PaymentCard; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Expressions;
import orm.api.expression.Selectable;
import orm.api.model.Shape;
import orm.api.query.Select;
import orm.spi.mapping.RowReader;

/** Makes {@link PaymentCard} of parts. */
@Generated("orm.processor")
@NullMarked
public final class PaymentCard_ {
  /** Fetches {@link PaymentCard} for rows of {@link Payment}. */
  public static final Shape<Payment, PaymentCard> SHAPE =
      Shape.of(Payment_.PAYMENT, PaymentCard_::shape);

  private PaymentCard_() {}

  /** Makes {@link PaymentCard} of these parts. */
  public static Selectable<PaymentCard> row(
      Selectable<Long> id,
      Selectable<BigDecimal> amount,
      Selectable<List<PaymentCard.NoteText>> notes) {
    return Selectable.of(
        Mapping.reader(id.reader(), amount.reader(), notes.reader()),
        List.<Selectable<?>>of(id, amount, notes));
  }

  private static Selectable<PaymentCard> shape(Payment_ payment) {
    Note_ notes = payment.notes();
    return row(
        payment.id,
        payment.amount,
        Expressions.many(Select.from(notes).limit(1).select(NoteText_.SHAPE)));
  }

  @NullUnmarked
  private static final class Mapping {
    static RowReader<PaymentCard> reader(
        RowReader<Long> id,
        RowReader<BigDecimal> amount,
        RowReader<List<PaymentCard.NoteText>> notes) {
      return row -> new PaymentCard(row.nextPart(id), row.nextPart(amount), row.nextPart(notes));
    }
  }
}
