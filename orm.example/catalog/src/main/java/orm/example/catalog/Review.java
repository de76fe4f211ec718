package orm.example.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Check;
import orm.api.annotation.CreatedBy;
import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.SoftDelete;
import orm.api.model.Ref;

/**
 * What a reader thinks of a book. One that is hidden stays in its table, and no query sees it.
 *
 * @param id null before the row is inserted
 * @param book the book
 * @param stars from 1 to 5
 * @param text why; its words can be looked for
 * @param reader who wrote it: whoever the program says is at work
 * @param hiddenAt since when nobody is to read it; null while everybody may
 */
@Entity
public record Review(
    @Id @Generated @Nullable Long id,
    @Index Ref<Book> book,
    @Check("{stars} BETWEEN 1 AND 5") int stars,
    @FullText(name = "review_words") String text,
    @CreatedBy String reader,
    @SoftDelete @Nullable Instant hiddenAt) {

  /** Makes a review that is not stored yet. */
  public Review(Ref<Book> book, int stars, String text) {
    this(null, book, stars, text, "", null);
  }
}
