package orm.example.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What readers think of books: a service of this bundle. */
@ProviderType
public interface Reviews {

  /**
   * Adds a review, in the name of whoever an {@code ActorSource} says is at work.
   *
   * @param review the review, not stored yet
   * @return the review as stored
   * @throws orm.api.error.RowRefusedException if it says nothing
   * @throws orm.api.error.GenerationException if nobody is at work
   * @throws orm.api.error.CheckException if the stars are not from 1 to 5
   */
  Review add(Review review);

  /**
   * Lists the reviews of a book, but for hidden ones.
   *
   * @param book the book
   * @return the reviews, in the order in which they were written
   */
  List<Review> of(Book book);

  /**
   * Finds the reviews that hold all words of a text, but for hidden ones.
   *
   * @param words what somebody typed
   * @return the reviews, those that fit best first; none where it has no words
   */
  List<Review> about(String words);

  /**
   * Hides a review from everybody.
   *
   * @param review the review, as it was read
   */
  void hide(Review review);

  /**
   * Counts what was hidden, for those who hide.
   *
   * @return the number of reviews that nobody sees
   */
  long hidden();
}
