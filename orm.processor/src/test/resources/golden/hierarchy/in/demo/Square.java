package demo;

import orm.api.annotation.Id;
import orm.api.annotation.Subtype;

/** A square. */
@Subtype("unit-square")
public record Square(@Id int layer, @Id int number, double side) implements Shape {}
