package orm.test.fulltext;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.Unique;
import orm.api.model.Ref;

/** Something to read. */
@Entity
@FullText({"title", "body"})
public record Paper(
    @Id @Generated @Nullable Long id,
    @Unique String code,
    String title,
    @FullText(name = "paper_words") @Nullable String body,
    int pages,
    @Nullable Ref<Shelf> shelf) {
  static Paper of(String code, String title, @Nullable String body) {
    return new Paper(null, code, title, body, 1, null);
  }
}
