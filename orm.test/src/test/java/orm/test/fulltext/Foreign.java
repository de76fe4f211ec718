package orm.test.fulltext;

import java.util.UUID;
import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Id;

/** Tables that only PostgreSQL can look into. */
public final class Foreign {
  private Foreign() {}

  /** With stems. */
  @Entity
  public record Stemmed(
      @Id int id, @FullText(language = "english") String words) {}

  /** With a key that is no number. */
  @Entity
  public record Keyed(@Id UUID id, @FullText String words) {}
}
