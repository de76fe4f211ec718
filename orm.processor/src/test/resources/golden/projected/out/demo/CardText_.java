// Generated from demo.PaymentCard.CardText; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Expressions;
import orm.api.expression.Selectable;
import orm.api.model.Shape;
import orm.spi.mapping.RowReader;

/** Makes {@link PaymentCard.CardText} of parts. */
@Generated("orm.processor")
@NullMarked
public final class CardText_ {
  /** Fetches {@link PaymentCard.CardText} for rows of {@link Payment.Card}. */
  public static final Shape<Payment.Card, PaymentCard.CardText> SHAPE =
      Shape.of(Card_.CARD, CardText_::shape);

  private CardText_() {}

  /** Makes {@link PaymentCard.CardText} of these parts. */
  public static Selectable<PaymentCard.CardText> row(
      Selectable<Long> id,
      Selectable<String> network,
      Selectable<Payment> refundOf,
      Selectable<BigDecimal> back) {
    Selectable<Optional<Payment>> refundOfOrAbsent = Expressions.optional(refundOf);
    return Selectable.of(
        Mapping.reader(id.reader(), network.reader(), refundOfOrAbsent.reader(), back.reader()),
        List.<Selectable<?>>of(id, network, refundOfOrAbsent, back));
  }

  private static Selectable<PaymentCard.CardText> shape(Card_ card) {
    return row(card.id, card.network, card.refundOf(), card.refundOf().amount);
  }

  @NullUnmarked
  private static final class Mapping {
    static RowReader<PaymentCard.CardText> reader(
        RowReader<Long> id,
        RowReader<String> network,
        RowReader<Optional<Payment>> refundOf,
        RowReader<BigDecimal> back) {
      return row ->
          new PaymentCard.CardText(
              row.nextPart(id),
              row.nextPart(network),
              row.nextPart(refundOf).orElse(null),
              Optional.ofNullable(row.nextPart(back)));
    }
  }
}
