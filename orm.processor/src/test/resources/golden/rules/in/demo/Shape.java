package demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Subtype;

/** Rules of a shared column become checks only if all have them. */
@Entity
public sealed interface Shape {
  /** A circle. */
  @Subtype("circle")
  record Circle(@Id long id, @Min(1) @Max(10) int size) implements Shape {}

  /** A square. */
  @Subtype("square")
  record Square(@Id long id, @Min(1) @Max(20) int size, @Max(90) int turn) implements Shape {}
}
