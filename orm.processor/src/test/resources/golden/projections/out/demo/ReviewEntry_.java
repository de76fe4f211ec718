// Generated from demo.AuthorPage.ReviewEntry; edit that record instead.
package demo;

import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Selectable;
import orm.api.model.Shape;
import orm.spi.mapping.RowReader;

/** Makes {@link AuthorPage.ReviewEntry} of parts. */
@Generated("orm.processor")
@NullMarked
final class ReviewEntry_ {
  /** Fetches {@link AuthorPage.ReviewEntry} for rows of {@link Review}. */
  public static final Shape<Review, AuthorPage.ReviewEntry> SHAPE =
      Shape.of(Review_.REVIEW, ReviewEntry_::shape);

  private ReviewEntry_() {}

  /** Makes {@link AuthorPage.ReviewEntry} of these parts. */
  public static Selectable<AuthorPage.ReviewEntry> row(
      Selectable<Integer> stars,
      Selectable<String> text,
      Selectable<Instant> at,
      Selectable<AuthorPage.Name> critic) {
    return Selectable.of(
        Mapping.reader(stars.reader(), text.reader(), at.reader(), critic.reader()),
        List.<Selectable<?>>of(stars, text, at, critic));
  }

  private static Selectable<AuthorPage.ReviewEntry> shape(Review_ review) {
    return row(review.stars, review.text, review.at, Name_.SHAPE.at(review.critic()));
  }

  @NullUnmarked
  private static final class Mapping {
    static RowReader<AuthorPage.ReviewEntry> reader(
        RowReader<Integer> stars,
        RowReader<String> text,
        RowReader<Instant> at,
        RowReader<AuthorPage.Name> critic) {
      return row ->
          new AuthorPage.ReviewEntry(
              row.nextPart(stars), row.nextPart(text), row.nextPart(at), row.nextPart(critic));
    }
  }
}
