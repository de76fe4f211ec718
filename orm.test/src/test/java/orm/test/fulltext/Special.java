package orm.test.fulltext;

import java.util.UUID;
import orm.api.annotation.Entity;
import orm.api.annotation.FullText;
import orm.api.annotation.Id;
import orm.api.annotation.Sensitive;

/** Tables with a restriction. */
public final class Special {
  private Special() {}

  /** With stems. */
  @Entity
  public record Stemmed(
      @Id int id, @FullText(language = "english") String words) {}

  /** With texts that nobody may see. */
  @Entity
  public record Secret(
      @Id int id,
      @FullText @Sensitive String diary,
      @FullText String title) {}

  /** With a key that is no number. */
  @Entity
  public record Keyed(@Id UUID id, @FullText String words) {}
}
