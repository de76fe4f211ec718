package demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Limit;
import orm.api.annotation.Path;
import orm.api.annotation.Projection;

/** Rooted at a sealed interface. */
@Projection(Payment.class)
public record PaymentCard(long id, BigDecimal amount, @Limit(1) List<NoteText> notes) {

  /** Rooted at one record of it. */
  @Projection(Payment.Card.class)
  public record CardText(
      long id, String network, @Nullable Payment refundOf, @Path("refundOf.amount") Optional<BigDecimal> back) {}

  /** Documents, types of the user's own, and arrays. */
  @Projection(Note.class)
  public record NoteText(
      int line,
      Colour colour,
      @Path("payment.amount") BigDecimal amount,
      @Path("payment.id") long payment,
      @Path("origin.place") @Nullable String place,
      @Path("origin.first.line") @Nullable Integer first,
      @Path("answers.answers.line") Optional<Integer> answered,
      @Nullable Origin origin,
      @Path("points") java.util.Map<String, Point> points,
      @Nullable List<Point> more,
      Optional<int[]> marks) {}

  /** Documents in a table. */
  @Projection(Note.class)
  public record NoteRow(
      int line, Colour colour, java.util.Map<String, Point> points, Optional<List<Point>> more) {}
}
