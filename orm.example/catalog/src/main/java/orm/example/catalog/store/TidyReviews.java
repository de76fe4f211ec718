package orm.example.catalog.store;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.api.error.RowRefusedException;
import orm.api.model.EntityTable;
import orm.example.catalog.Review;
import orm.example.catalog.Review_;
import orm.spi.lifecycle.RowListener;
import orm.spi.validation.WriteKind;

/** Looks at reviews before they are written, whoever writes them. */
@Component(service = RowListener.class)
public final class TidyReviews implements RowListener<Review> {
  /** Called by the component runtime. */
  @Activate
  public TidyReviews() {}

  @Override
  public EntityTable<Review, ?> table() {
    return Review_.REVIEW;
  }

  @Override
  public Review beforeWrite(Review row, WriteKind kind) {
    String text = row.text().strip();
    if (text.isEmpty()) {
      throw RowRefusedException.of("Review", "it says nothing");
    }
    return Review_.edit(row).text(text).done();
  }
}
