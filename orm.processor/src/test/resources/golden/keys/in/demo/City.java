package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Has a key of several components, one of them a reference. */
@Entity
public record City(@Id Ref<Country> country, @Id char region, @Id Kind kind, String name) {
  /** An enum as part of a key. */
  public enum Kind {
    BIG,
    SMALL
  }
}
