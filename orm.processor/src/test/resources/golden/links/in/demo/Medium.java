package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.ManyToMany;
import orm.api.annotation.Subtype;

/** A sealed interface at the other side. */
@Entity
@ManyToMany(name = "books", target = Book.class, mappedBy = "media")
@ManyToMany(name = "parts", target = Medium.class)
public sealed interface Medium {
  /** Paper. */
  @Subtype("paper")
  record Paper(@Id int id, int pages) implements Medium {}

  /** Sound. */
  @Subtype("sound")
  record Sound(@Id int id, int minutes) implements Medium {}
}
