package demo.shop;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Subtype;

/** An entity of several records. */
@Entity
public sealed interface Box {
  /** The only one. */
  @Subtype("1")
  record Crate(@Id int id) implements Box {}
}
