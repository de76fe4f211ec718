package demo;

import orm.api.annotation.Cached;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Subtype;

/** Kept whatever its subtype is. */
@Entity
@Cached
public sealed interface Shape {
  long id();

  /** One kind. */
  @Subtype("circle")
  record Circle(@Id long id, int radius) implements Shape {}
}
