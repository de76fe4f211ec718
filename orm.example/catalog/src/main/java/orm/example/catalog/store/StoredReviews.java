package orm.example.catalog.store;

import static orm.example.catalog.Review_.REVIEW;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import orm.api.Database;
import orm.api.text.TextQuery;
import orm.example.catalog.Book;
import orm.example.catalog.Book_;
import orm.example.catalog.Review;
import orm.example.catalog.Reviews;

/**
 * Reviews in the database of the catalog, which the same configuration names: its PID is
 * {@code orm.example.catalog}.
 */
@Component(name = "orm.example.catalog.reviews", configurationPid = "orm.example.catalog")
public final class StoredReviews implements Reviews {

  private final Database database;

  /** Called by the component runtime. */
  @Activate
  public StoredReviews(
      @Reference(name = "database", target = "(orm.database=main)") Database database) {
    this.database = database;
  }

  @Override
  public Review add(Review review) {
    return database.insert(REVIEW, review);
  }

  @Override
  public List<Review> of(Book book) {
    return database
        .from(REVIEW)
        .where(REVIEW.book.eq(Book_.BOOK.refTo(book)))
        .orderBy(REVIEW.id.asc())
        .list();
  }

  @Override
  public List<Review> about(String words) {
    String query = TextQuery.allOf(words);
    if (query.isEmpty()) {
      return List.of();
    }
    return database
        .from(REVIEW)
        .where(REVIEW.reviewWords.matches(query))
        .orderBy(REVIEW.reviewWords.rank(query).desc(), REVIEW.id.asc())
        .list();
  }

  @Override
  public void hide(Review review) {
    database.delete(REVIEW, review);
  }

  @Override
  public long hidden() {
    return database
        .from(REVIEW)
        .unscoped("hidden reviews are counted")
        .where(REVIEW.hiddenAt.isNotNull())
        .count();
  }
}
